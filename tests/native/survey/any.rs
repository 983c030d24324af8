//! Whatever is counted, measured or pasted.

use luoxuan::Survey;
use luoxuan::catalog::Language;
use luoxuan::chart::{Chart, ChartKind};
use luoxuan::record::{ItemKind, Paired, Record};
use luoxuan::survey::{Numbers, Share, Tally, cautions, decimal, findings, paste, rows_as_text};
use luoxuan::text::markdown::{Block, Node, parse};
use proptest::collection::vec;
use proptest::prelude::*;
use proptest::sample::select;

use crate::properties::{Chance, cases};

use super::{ZH, item, questionnaire};

fn words(chance: &mut Chance) -> String {
    const WORDS: [&str; 16] = [
        "甲",
        "不知道写什么",
        ",",
        "，",
        "\"",
        "`",
        "```",
        "<b>",
        "&amp;",
        "|",
        "\\",
        "#",
        " ",
        "n=42",
        "*重*",
        "𠮷",
    ];
    (0..=chance.below(4))
        .filter_map(|_| chance.pick(&WORDS).copied())
        .collect()
}

proptest! {
    #![proptest_config(cases(2_000))]

    #[test]
    fn percentages_of_any_counts_add_up_but_for_rounding(counts in prop::collection::vec(any::<u32>(), 1..9)) {
        let options: Vec<_> = counts.iter().map(|count| ("甲", *count)).collect();
        for sort in [ItemKind::Single, ItemKind::Multiple, ItemKind::Likert5, ItemKind::Likert4, ItemKind::Open] {
            let most = sort.points().map_or(options.len(), |points| options.len().min(points as usize));
            let mut it = item(sort, "题", &options[..most]);
            it.of = (sort == ItemKind::Single).then_some(counts[0]);
            let survey = Survey { items: [("q".into(), it)].into(), ..Survey::default() };
            cautions(&survey);
            for finding in findings(&survey, Language::En) {
                prop_assert!(finding.chart.is_some_and(|chart| chart.svg(ZH).ends_with("</svg>")));
            }
        }
        let all: u64 = counts.iter().copied().map(u64::from).sum();
        let permille: u64 = counts.iter().map(|count| Share { count: (*count).into(), of: all }.permille()).sum();
        if all > 0 {
            prop_assert!(permille.abs_diff(1000) <= counts.len() as u64 / 2, "{permille}");
        }
    }

    #[test]
    fn any_numbers_are_summed_up_without_a_panic(pairs in prop::collection::vec((any::<f64>(), any::<f64>()), 0..6)) {
        let finite: Vec<f64> = pairs.iter().map(|pair| pair.0).filter(|it| it.is_finite()).collect();
        if let Some(numbers) = Numbers::of(&finite, &finite) {
            prop_assert!(numbers.least <= numbers.most);
            prop_assert_eq!(numbers.bands.iter().map(|band| band.2).sum::<u64>(), finite.len() as u64);
        }
        let paired = Paired { pairs: pairs.clone(), thresholds: finite.clone(), ..Paired::default() };
        let survey = Survey { paired: [("p".into(), paired)].into(), ..Survey::default() };
        findings(&survey, ZH);
        let rows = pairs.iter().map(|(a, b)| ("甲".into(), vec![Some(*a), Some(*b)])).collect();
        for kind in ChartKind::ALL {
            let chart = Chart { kind: *kind, series: vec!["一".into(), "二".into()], rows: Clone::clone(&rows), ..Chart::default() };
            let svg = chart.svg(ZH);
            prop_assert!(!svg.contains("NaN") && !svg.contains("inf"), "{svg}");
        }
    }

    #[test]
    fn a_decimal_is_the_nearest(figure in -1e6..1e6_f64, places in 0..5_u8) {
        let printed: f64 = decimal(figure, places).parse().expect("a number");
        let half = 0.5 * 10_f64.powi(-i32::from(places));
        prop_assert!((printed - figure).abs() <= half * (1.0 + 1e-4), "{figure} {printed}");
    }

    #[test]
    fn a_chart_written_into_a_text_is_read_back(seed in any::<u64>(), values in prop::collection::vec(prop::option::of(-1e9..1e9_f64), 6)) {
        let mut chance = Chance::new(seed);
        let tidy = |text: String| text.trim().to_owned();
        let chart = Chart {
            kind: *chance.pick(ChartKind::ALL).expect("a kind"),
            caption: tidy(words(&mut chance)),
            unit: tidy(words(&mut chance)),
            series: vec![format!("一{}", words(&mut chance).trim()), tidy(words(&mut chance))],
            rows: values.chunks(2).map(|pair| (format!("类{}", words(&mut chance).trim()), pair.to_vec())).collect(),
        };
        let text = format!("前面。\n\n{}\n\n后面。", chart.write());
        let nodes = parse(&text).nodes;
        let [_, Node::Block(Block::Code(info), body), _] = &nodes[..] else { panic!("{text}") };
        let [Node::Text(body)] = &body[..] else { panic!("{text}") };
        prop_assert_eq!(Chart::read(info, body), Some(chart.clone()), "{}", text);
        let svg = chart.svg(ZH);
        prop_assert!(!svg.contains("<b>") && svg.matches('<').count() == svg.matches('>').count());
    }

    #[test]
    fn rows_written_for_a_spreadsheet_are_pasted_back(seed in any::<u64>()) {
        let mut chance = Chance::new(seed);
        let mut survey = questionnaire();
        survey.columns = vec!["pick".into(), "words".into(), "agree".into()];
        survey.rows = (0..=chance.below(5)).map(|_| vec![format!("甲{}", words(&mut chance)), words(&mut chance) + "\n二", "5".into()]).collect();
        let pasted = paste(&survey, &rows_as_text(&survey)).expect("rows");
        prop_assert_eq!(pasted.columns, survey.columns);
        prop_assert_eq!(pasted.rows, survey.rows);
    }

    #[test]
    fn anything_pasted_is_read_and_counted(pieces in vec(select(PASTED), 0..80)) {
        let text = format!("选一个\t选几个\t同意吗\t说说\n{}", pieces.concat());
        let mut survey = questionnaire();
        let pasted = paste(&survey, &text).unwrap_or_default();
        (survey.columns, survey.rows) = (pasted.columns, pasted.rows);
        for language in Language::ALL {
            findings(&survey, language);
        }
        cautions(&survey);
        prop_assert_eq!(Survey::from_fields(&survey.fields()), survey.clone());
        for (name, item) in &survey.items {
            let Some(column) = survey.columns.iter().position(|column| column == name) else { continue };
            let Some(tally) = Tally::of(&survey, name, item, ZH) else { continue };
            let answered = survey.rows.iter().filter(|row| row.get(column).is_some_and(|cell| !cell.trim().is_empty())).count() as u64;
            prop_assert_eq!(tally.people, answered, "{}: whoever wrote something answered", name);
            if matches!(item.sort, ItemKind::Single | ItemKind::Likert5) {
                prop_assert_eq!(tally.ticks() + tally.unread, answered, "{}: one answer each, or unread", name);
            }
        }
    }

    #[test]
    fn each_answer_is_counted_where_it_was_given(rows in vec((select(PICKED), select(AGREED)), 1..40)) {
        let mut survey = questionnaire();
        let lines = rows.iter().enumerate().map(|(at, (picked, agreed))| format!("{at}\t{}\t{}\n", picked.0, agreed.0));
        let text: String = std::iter::once("几分\t选一个\t同意吗\n".to_owned()).chain(lines).collect();
        let pasted = paste(&survey, &text).expect("rows");
        (survey.columns, survey.rows) = (pasted.columns, pasted.rows);
        let picked: Vec<_> = rows.iter().map(|row| row.0.1).collect();
        let agreed: Vec<_> = rows.iter().map(|row| row.1.1).collect();
        for (name, given) in [("pick", picked), ("agree", agreed)] {
            let tally = Tally::of(&survey, name, &survey.items[name], ZH).expect("counts");
            for (at, choice) in tally.choices.iter().enumerate() {
                let right = given.iter().filter(|answer| **answer == Given::Choice(at)).count();
                prop_assert_eq!(choice.count, right as u64, "{}: {}", name, choice.text);
            }
            let unread = given.iter().filter(|answer| **answer == Given::PasteWarningKind).count();
            prop_assert_eq!(tally.unread, unread as u64);
        }
    }
}

/// What may be pasted below the heads of a questionnaire.
const PASTED: &[&str] = &[
    "甲、乙",
    "丙",
    "看书",
    "画画,写字",
    "5",
    "非常符合",
    "不在选项里",
    "\t",
    "\t",
    "\t",
    "\r\n",
    "\n",
    ",",
    "\"",
    "；",
    " ",
    "<b>",
    "𠮷",
];

/// What an answer is.
#[derive(Debug, Clone, Copy, PartialEq)]
enum Given {
    Choice(usize),
    Nothing,
    PasteWarningKind,
}

const PICKED: &[(&str, Given)] = &[
    ("甲、乙", Given::Choice(0)),
    ("丙", Given::Choice(1)),
    ("B", Given::Choice(1)),
    ("", Given::Nothing),
    ("丁", Given::PasteWarningKind),
];

/// A scale is listed from its best end.
const AGREED: &[(&str, Given)] = &[
    ("非常符合", Given::Choice(0)),
    ("5", Given::Choice(0)),
    ("一般", Given::Choice(2)),
    ("1", Given::Choice(4)),
    ("", Given::Nothing),
    ("同意", Given::PasteWarningKind),
];
