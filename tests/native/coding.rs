//! Open answers: coded, counted, quoted, and never changed by it.

use luoxuan::catalog::{Language, form};
use luoxuan::draft::{DiagnosticCode, DiagnosticsConfig, ExportOptions, changed, check, finish, of_survey, source};
use luoxuan::record::{Choice, Item, ItemKind, PROFILE, Passage, Profile, Record};
use luoxuan::survey::sheet::{Grid, propose};
use luoxuan::survey::{CautionKind, Tally, cautions, findings, open_answers, paste, quotes};
use luoxuan::{Content, Document, Index, Journal, RecordId, Survey, TextType};

use crate::properties::by;

const ZH: Language = Language::ZhHans;

/// What twelve pupils answered, two of them nothing.
const SAID: [&str; 12] = [
    "坐在那里半天想不出写什么",
    "没有东西可写",
    "想不出写什么，写了也写不长",
    "每天都一样，没有什么可写的事",
    "写了两行就写完了，不知道怎么写细",
    "不会写动作",
    "好词好句记不住，不会用",
    "没有东西可写",
    "林小满老师说要写细，我不知道怎样才算细",
    "（空）",
    "没有",
    "",
];

/// 没内容, 写不细, 词语; by the answers they were given to.
const CODED: [(&str, &[&str]); 9] = [
    (SAID[0], &["a"]),
    (SAID[1], &["a"]),
    (SAID[2], &["a", "b"]),
    (SAID[3], &["a"]),
    (SAID[4], &["b"]),
    (SAID[5], &["b"]),
    (SAID[6], &["c"]),
    (SAID[8], &["b"]),
    // Nobody has said it, as after the answers were cleared.
    ("以前的一条回答", &["c"]),
];

fn asked() -> Survey {
    let code = |(name, text): (&str, &str), place| {
        let choice = Choice {
            text: text.into(),
            place,
            ..Choice::default()
        };
        (name.to_owned(), choice)
    };
    let codes = [("a", "没内容"), ("b", "写不细"), ("c", "词语不够")];
    let item = Item {
        text: "写作文时，你最难的是什么？".into(),
        name: "最难的事".into(),
        sort: ItemKind::Open,
        choices: codes.into_iter().zip(0..).map(|(it, place)| code(it, place)).collect(),
        ..Item::default()
    };
    Survey {
        title: "习作困难调查".into(),
        items: [("hard".into(), item)].into(),
        columns: vec!["hard".into()],
        rows: SAID.iter().map(|said| vec![(*said).to_owned()]).collect(),
        ..Survey::default()
    }
}

fn coded() -> Survey {
    let mut survey = asked();
    let item = survey.items.get_mut("hard").expect("the item");
    for (answer, codes) in CODED {
        for code in codes {
            item.give(answer, code);
        }
    }
    survey
}

fn tally(survey: &Survey) -> Tally {
    Tally::of(survey, "hard", &survey.items["hard"], ZH).expect("counts")
}

fn counts(survey: &Survey) -> Vec<u64> {
    tally(survey).choices.iter().map(|choice| choice.count).collect()
}

#[test]
fn answers_are_counted_by_their_codes_and_stay_as_they_were() {
    let survey = coded();
    assert_eq!(survey.rows, asked().rows);
    let all = open_answers(&survey, "hard");
    assert_eq!(all.len(), 9, "one was given twice");
    assert_eq!((all[1].text.as_str(), all[1].people), ("没有东西可写", 2));
    assert_eq!(all[2].codes, ["a", "b"]);
    // Five of ten people, of whom two said the same; four; one. One answer has none, one has two.
    let tally = tally(&survey);
    assert_eq!((counts(&survey), tally.people), (vec![5, 4, 1], 10));
    assert_eq!((tally.uncoded, tally.shared, tally.blank), (1, Some(1), 2));
    let finding = &findings(&survey, ZH)[0];
    assert_eq!(
        finding.sentence,
        "关于“最难的事”，10人中提到“没内容”的最多，5人（50.0%）；4人提到“写不细”（40.0%），1人提到“词语不够”（10.0%）\
         （一条回答可归入几类，共10人次）；另有1人的回答没有归类。"
    );
    assert_eq!(finding.headline, "最难的事：提到“没内容”的最多（10人中5人）");
    assert!(
        finding
            .table
            .contains("| 类别 | 人数 | 占人数（%） | 占人次（%） | 原话 |"),
        "{}",
        finding.table
    );
    assert!(
        finding
            .table
            .contains("注：另有1人的回答没有归入任何一类，仍计入总人数。")
    );
    assert!(finding.table.contains("注：另有2份没有答这一题，不计在内。"));
    let cares: Vec<_> = cautions(&survey).into_iter().map(|it| (it.care, it.n, it.of)).collect();
    assert!(cares.contains(&(CautionKind::Uncoded, 1, 10)), "{cares:?}");
    assert_eq!(Survey::from_fields(&survey.fields()), survey);
    assert!(findings(&asked(), ZH).is_empty(), "nobody has coded yet");
}

#[test]
fn an_answer_of_one_code_each_is_no_several() {
    let mut survey = coded();
    let item = survey.items.get_mut("hard").expect("the item");
    item.take(SAID[2], "b");
    item.give(SAID[10], "a");
    assert_eq!((counts(&survey), tally(&survey).shared), (vec![6, 3, 1], Some(0)));
    let sentence = &findings(&survey, ZH)[0].sentence;
    assert!(sentence.ends_with("1人提到“词语不够”（10.0%）。"), "{sentence}");
}

#[test]
fn answers_that_come_later_find_their_codes_and_the_others_wait() {
    let mut survey = coded();
    let more = paste(
        &survey,
        "序号\t写作文时，你最难的是什么？\n1\t没有东西可写\n2\t字太难看\n",
    )
    .expect("rows");
    more.add_to(&mut survey);
    assert_eq!((counts(&survey), tally(&survey).uncoded), (vec![6, 4, 1], 2));
    // In another order, and without some: what was said has what it was given.
    survey.rows.reverse();
    survey.rows.truncate(5);
    assert_eq!(counts(&survey), [1, 0, 0]);
    survey.rows = asked().rows;
    assert_eq!(counts(&survey), [5, 4, 1]);
}

#[test]
fn codes_are_joined_renamed_and_dropped() {
    let mut survey = coded();
    let item = survey.items.get_mut("hard").expect("the item");
    item.join("b", "a");
    item.choices.get_mut("a").expect("a code").text = "内容".into();
    assert_eq!(counts(&survey), [8, 1]);
    assert_eq!(tally(&survey).shared, Some(0), "it had both");
    let item = survey.items.get_mut("hard").expect("the item");
    item.drop_code("a");
    assert_eq!((counts(&survey), tally(&survey).uncoded), (vec![1], 9));
    let item = survey.items.get_mut("hard").expect("the item");
    item.join("c", "gone");
    item.take_all(SAID[6]);
    assert_eq!(item.coded.len(), 1, "what nobody says now");
    assert!(findings(&survey, ZH).is_empty());
}

#[test]
fn quotes_are_the_shortest_that_say_something_each_once_under_the_largest_code() {
    let mut survey = coded();
    let all = quotes(&survey, "hard");
    // 没有东西可写 has six characters; what has two codes stands behind what has one.
    assert_eq!(all["a"], ["坐在那里半天想不出写什么", "每天都一样，没有什么可写的事"]);
    assert_eq!(
        all["b"],
        [
            "写了两行就写完了，不知道怎么写细",
            "林小满老师说要写细，我不知道怎样才算细"
        ]
    );
    assert_eq!(all["c"], ["好词好句记不住，不会用"]);
    assert_eq!(
        findings(&survey, ZH)[0].quotes,
        "“没内容”一类的原话：“坐在那里半天想不出写什么”“每天都一样，没有什么可写的事”；\
         “写不细”一类的原话：“写了两行就写完了，不知道怎么写细”“林小满老师说要写细，我不知道怎样才算细”；\
         “词语不够”一类的原话：“好词好句记不住，不会用”。"
    );
    let item = survey.items.get_mut("hard").expect("the item");
    item.choices.get_mut("a").expect("a code").quotes = vec!["没有东西可写。".into()];
    assert_eq!(
        quotes(&survey, "hard")["a"],
        ["没有东西可写。"],
        "what a teacher chose comes first"
    );
    assert!(
        findings(&survey, ZH)[0]
            .quotes
            .starts_with("“没内容”一类的原话：“没有东西可写”；")
    );
    let item = survey.items.get_mut("hard").expect("the item");
    item.take_all(SAID[4]);
    item.take_all(SAID[8]);
    item.take(SAID[2], "b");
    assert_eq!(
        quotes(&survey, "hard")["b"],
        ["不会写动作"],
        "where none is long enough, the longest"
    );
}

#[test]
fn a_draft_tells_the_codes_from_the_largest_and_lets_them_speak() {
    let (id, text) = (RecordId::from_bytes([2; 16]), RecordId::from_bytes([3; 16]));
    let mut journal = Journal::new();
    let profile = Profile {
        name: "林小满".into(),
        ..Profile::default()
    };
    journal.write(PROFILE, Content::of(&profile), by(1, 0));
    journal.write(id, Content::of(&coded()), by(1, 1));
    let document = of_survey(&Index::of(&journal), &journal, id, ZH).expect("a draft");
    let results = document.section("results").iter().map(|passage| passage.text.as_str());
    let results = results.collect::<Vec<_>>().join("\n");
    assert!(results.contains("10人中提到“没内容”的最多，5人（50.0%）"), "{results}");
    assert!(results.contains("“写不细”一类的原话：“写了两行就写完了，不知道怎么写细”"));
    journal.write(text, Content::of(&document), by(1, 2));
    let index = Index::of(&journal);
    let all = check(
        &document,
        &form(TextType::Survey).template(ZH),
        &DiagnosticsConfig::default(),
        &index,
    );
    let wrong = all
        .iter()
        .find(|finding| finding.fault == DiagnosticCode::SharesDoNotAddUp);
    assert_eq!(wrong, None);
    let plain = |anonymous| {
        let wish = ExportOptions {
            anonymous,
            ..ExportOptions::default()
        };
        finish(&index, text, &wish, ZH)
            .expect("it is there")
            .manuscript
            .plain(ZH)
    };
    assert!(plain(false).contains("林小满老师说要写细"));
    assert!(
        !plain(true).contains("林小满") && plain(true).contains("我不知道怎样才算细"),
        "{}",
        plain(true)
    );
}

#[test]
fn a_text_hears_of_another_coding() {
    let id = RecordId::from_bytes([2; 16]);
    let mut journal = Journal::new();
    let mut survey = coded();
    journal.write(id, Content::of(&survey), by(1, 3));
    let mut document = Document::default();
    for part in ["item:hard:sentence", "item:hard:quotes"] {
        document.pull(
            "results",
            0,
            Passage {
                text: "……".into(),
                sources: source(&journal, id, part).into_iter().collect(),
                ..Passage::default()
            },
        );
    }
    survey.purpose = "弄清难在哪里".into();
    journal.write(id, Content::of(&survey), by(1, 4));
    assert_eq!(changed(&document, &journal), []);
    survey.items.get_mut("hard").expect("the item").take_all(SAID[0]);
    journal.write(id, Content::of(&survey), by(1, 5));
    assert_eq!(changed(&document, &journal).len(), 2);
}

#[test]
fn what_was_written_in_behind_an_option_stands_with_its_question() {
    let text = "5、最爱的书\t5、(其他（请补充）:)\t6、还想说什么\n绘本\t\t没有\n其他\t科幻\t多借书给我们\n童话\t\t\n绘本\t\t\n";
    let (grid, _) = Grid::of_text(text).expect("a sheet");
    let taken = propose(&grid).take("q");
    let asked: Vec<_> = taken
        .columns
        .iter()
        .map(|name| taken.items[name].text.as_str())
        .collect();
    assert_eq!(asked, ["最爱的书", "最爱的书—其他（请补充）", "还想说什么"]);
    let survey = Survey {
        items: taken.items,
        columns: taken.columns,
        rows: taken.rows,
        ..Survey::default()
    };
    assert_eq!(open_answers(&survey, "q2")[0].text, "科幻");
    let again = paste(&survey, text).expect("rows");
    assert_eq!((again.matched, again.is_in(&survey)), (3, true));
    let item = Item {
        sort: ItemKind::Multiple,
        ..Item::default()
    };
    let own = Survey {
        items: [("q".into(), item)].into(),
        columns: vec!["q".into()],
        rows: vec![vec!["语文┋其他〖科学；美术〗".into()], vec!["数学".into()]],
        ..Survey::default()
    };
    let said: Vec<_> = open_answers(&own, "q").into_iter().map(|one| one.text).collect();
    assert_eq!(said, ["科学；美术"]);
}
