//! Surveys, and indicators as tables and charts, as offers for a text.

use super::assemble::{Suggestion, passage, skeleton};
use super::comparisons::{self, Held};
use super::numbering::name_those_behind;
use super::sources::source;
use crate::catalog::{ContentSource, Form, Language, Words, fill, form, words::survey::said, words::telling};
use crate::chart::Chart;
use crate::id::RecordId;
use crate::index::Index;
use crate::journal::Journal;
use crate::record::{Document, DocumentState, HowKnown, Indicator, Measure, Passage, Privacy, Survey, TextType};
use crate::survey::table::{caption, say, table};
use crate::survey::{
    Questionnaire, SurveyResult, asked_in_short, findings, leading, limits, percent, rest_table, sample, short,
    tells_who,
};
use crate::text::{say_day, sentences};

/// The part of a value that a chart is drawn of; it says what the value says.
pub(super) const CHART: &str = "chart";

/// What people said in their own words.
const QUOTES: &str = "quotes";

/// So many changes lead, so that a text also says how things stand.
const CHANGED: usize = 2;

/// So many findings stand in an abstract.
const FOUND: usize = 3;

/// What a feed takes of the surveys of a spiral.
pub(super) fn offers(
    index: &Index,
    journal: &Journal,
    spiral: RecordId,
    feed: ContentSource,
    language: Language,
) -> Vec<Suggestion> {
    let offers = index.in_spiral::<Survey>(spiral).flat_map(|(id, survey)| {
        let passages = passages(journal, id, survey, feed, language).into_iter();
        let day = survey.end.or(survey.start);
        passages.map(move |passage| Suggestion {
            passage,
            figure: None,
            day,
            known: Some(HowKnown::Counted),
            privacy: survey.privacy,
        })
    });
    offers.collect()
}

fn passages(journal: &Journal, id: RecordId, survey: &Survey, feed: ContentSource, language: Language) -> Vec<Passage> {
    let pull = |text: String, part: &str| passage(text, source(journal, id, part).into_iter().collect());
    match feed {
        ContentSource::Purpose => purpose(survey, telling::PURPOSE, language)
            .and_then(|text| pull(text, "purpose"))
            .into_iter()
            .collect(),
        ContentSource::Sample => sample(survey, language)
            .and_then(|text| pull(text, "sample"))
            .into_iter()
            .collect(),
        ContentSource::Limits => limits(survey, language)
            .and_then(|text| pull(text, "limits"))
            .into_iter()
            .collect(),
        ContentSource::Questionnaire if !survey.items.is_empty() => {
            let text = Questionnaire::of(survey, language).questionnaire();
            pull(text, "questionnaire").into_iter().collect()
        }
        ContentSource::Findings => {
            let all = findings(survey, language).into_iter().flat_map(|finding| {
                let said = [
                    (Some(finding.sentence), "sentence"),
                    (Some(finding.quotes), QUOTES),
                    (Some(finding.table), "table"),
                    (finding.chart.map(|chart| chart.write()), "chart"),
                ];
                said.into_iter()
                    .filter_map(|(text, way)| pull(text?, &format!("{}:{way}", finding.part)))
                    .collect::<Vec<_>>()
            });
            let held = comparisons::of(journal, id, survey, language);
            all.chain(held.iter().flat_map(Held::all)).collect()
        }
        ContentSource::Change | ContentSource::Step => {
            let held = comparisons::of(journal, id, survey, language);
            held.iter().flat_map(Held::changes).collect()
        }
        _ => Vec::new(),
    }
}

/// What a survey was made for, in a sentence.
fn purpose(survey: &Survey, piece: Words, language: Language) -> Option<String> {
    let said = survey.purpose.trim().trim_end_matches(['。', '.']);
    (!said.is_empty()).then(|| fill(piece.in_(language), &[("purpose", &said)]))
}

/// An abstract from the survey of a spiral: what for, whom it asked, what it found first. `None` while nobody has
/// answered.
pub(super) fn in_short(index: &Index, journal: &Journal, spiral: RecordId, language: Language) -> Option<String> {
    let mut open = index
        .in_spiral::<Survey>(spiral)
        .filter(|(_, it)| !it.privacy.is_held_back());
    open.find_map(|(id, survey)| {
        let all = results(&comparisons::of(journal, id, survey, language), survey, language);
        let (leads, _) = leading(&all);
        let found: Vec<_> = leads
            .into_iter()
            .filter(|finding| finding.weight > 0)
            .take(FOUND)
            .map(|finding| first_of(finding, language))
            .collect();
        if found.is_empty() {
            return None;
        }
        let found = found.join(&say(said::SEMICOLON, language, &[]));
        let asked = asked_in_short(survey, language);
        let told = fill(telling::ASKED.in_(language), &[("asked", &asked), ("found", &found)]);
        Some(purpose(survey, telling::PURPOSE_FIRST, language).unwrap_or_default() + &told)
    })
}

/// What a finding says first: the largest share with its number, and not how the others follow; of a two-way table, which
/// tells its rows one after another, how far they lie apart.
fn first_of(finding: &SurveyResult, language: Language) -> String {
    if finding.part.starts_with("cross:") {
        return finding.headline.clone();
    }
    let mark = say(said::SEMICOLON, language, &[]);
    let sentence = finding.sentence.split(mark.trim()).next().unwrap_or_default();
    sentences(sentence)
        .next()
        .unwrap_or_default()
        .trim_end_matches(['。', '.', ' '])
        .to_owned()
}

/// What a report of the survey of a spiral is called; `None` for other forms, and where there is no survey.
pub(super) fn title(index: &Index, spiral: RecordId, form: &Form, language: Language) -> Option<String> {
    if form.kind != TextType::Survey {
        return None;
    }
    let mut titles = index
        .in_spiral::<Survey>(spiral)
        .map(|(_, survey)| report(&survey.title, language));
    titles.find(|title| !title.is_empty())
}

/// The title of a questionnaire as that of its report.
fn report(title: &str, language: Language) -> String {
    const PAPERS: [&str; 8] = [
        "调查问卷",
        "問卷調查",
        "調查問卷",
        "问卷调查",
        "调查表",
        "調查表",
        "问卷",
        "問卷",
    ];
    let title = title.trim();
    let paper = PAPERS.iter().find_map(|paper| title.strip_suffix(paper));
    match paper.map(str::trim_end).filter(|rest| !rest.is_empty()) {
        Some(rest) if language == Language::ZhHant => format!("{rest}調查"),
        Some(rest) => format!("{rest}调查"),
        None => title.to_owned(),
    }
}

/// What a survey came to, as a reader wants it: what stands out most first, each under a heading that says it and drawn
/// where a drawing shows more than its sentence; the rest in one table.
pub(super) fn told(journal: &Journal, id: RecordId, survey: &Survey, language: Language) -> Vec<Passage> {
    let held = comparisons::of(journal, id, survey, language);
    let findings = results(&held, survey, language);
    let (leads, rest) = leading(&findings);
    let pull = |text: String, part: &str| passage(text, source(journal, id, part).into_iter().collect());
    let mut passages = Vec::new();
    for finding in &leads {
        let sources = |way: &str| {
            let of_both = held.iter().find_map(|held| held.sources(finding, way));
            of_both.unwrap_or_else(|| {
                source(journal, id, &format!("{}:{way}", finding.part))
                    .into_iter()
                    .collect()
            })
        };
        if leads.len() > 1 {
            passages.extend(passage(heading(&finding.headline), sources("headline")));
        }
        let chart = finding.chart.as_ref().filter(|_| is_worth_drawing(finding));
        passages.extend(passage(finding.sentence.clone(), sources("sentence")));
        passages.extend(chart.and_then(|chart| passage(chart.write(), sources(CHART))));
        passages.extend(passage(finding.quotes.clone(), sources(QUOTES)));
    }
    passages.extend(held.iter().flat_map(Held::overview));
    // What differs stands in the table of its comparison.
    let rest: Vec<&SurveyResult> = rest
        .into_iter()
        .filter(|finding| !comparisons::is_of(finding))
        .collect();
    if !rest.is_empty() {
        let told = say(said::REST_TOLD, language, &[("n", &rest.len())]) + &say(said::STOP, language, &[]);
        passages.extend(pull(heading(&say(said::REST, language, &[])), "rest"));
        passages.extend(pull(told, "rest"));
        passages.extend(pull(rest_table(&rest, language), "rest"));
    }
    passages
}

/// What a report tells as results: what everything but the questions of who answered came to, and what changed most.
fn results(held: &[Held], survey: &Survey, language: Language) -> Vec<SurveyResult> {
    let mut all = findings(survey, language);
    all.retain(|finding| !tells_who(survey, &finding.part));
    let mut changed: Vec<&SurveyResult> = held.iter().flat_map(Held::changed).map(|one| &one.finding).collect();
    changed.sort_by_key(|finding| std::cmp::Reverse(finding.weight));
    all.extend(changed.into_iter().take(CHANGED).cloned());
    all
}

/// Two numbers are told by their sentence.
fn is_worth_drawing(finding: &SurveyResult) -> bool {
    let chart = finding.chart.as_ref();
    chart.is_some_and(|chart| chart.rows.len() > 2 || chart.series.len() > 2 || finding.part.starts_with("cross:"))
}

pub(super) fn heading(text: &str) -> String {
    format!("## {text}")
}

/// A first draft of a topical survey (专题调查) from one survey: what its spiral has for the form, or, if it belongs to
/// none, what it says itself. `None` if there is no such survey.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::draft::of_survey;
/// use luoxuan::{Author, Content, DeviceId, Journal, Timestamp, RecordId, Index, Survey};
/// let mut journal = Journal::new();
/// let author = Author { device: DeviceId::from_bytes([1; 16]), now: Timestamp::new(0, 480) };
/// let id = RecordId::from_bytes([2; 16]);
/// let survey = Survey {
///     title: "习作困难调查".into(),
///     issued: Some(126),
///     returned: Some(124),
///     valid: Some(121),
///     ..Survey::default()
/// };
/// journal.write(id, Content::of(&survey), author);
/// let document = of_survey(&Index::of(&journal), &journal, id, Language::ZhHans).expect("it is there");
/// assert_eq!(document.title, "习作困难调查");
/// assert!(document.section("method")[0].text.contains("98.4%"));
/// ```
pub fn of_survey(index: &Index, journal: &Journal, id: RecordId, language: Language) -> Option<Document> {
    let survey = index.read::<Survey>(id)?;
    let form = form(TextType::Survey);
    let mut document = match survey.spiral.filter(|spiral| index.spiral(*spiral).is_some()) {
        Some(spiral) => skeleton(index, journal, spiral, form, language),
        None => {
            let mut document = Document {
                text_type: form.kind,
                state: DocumentState::Outline,
                ..Document::default()
            };
            let mut numbered = Vec::new();
            for section in form.sections {
                let fed = section.feeds.iter();
                let mut passages: Vec<_> = fed
                    .flat_map(|feed| match feed {
                        ContentSource::Findings => told(journal, id, &survey, language),
                        feed => passages(journal, id, &survey, *feed, language),
                    })
                    .collect();
                name_those_behind(&mut passages, &mut numbered, language);
                if !passages.is_empty() {
                    document.sections.insert(section.name.into(), passages);
                }
            }
            document
        }
    };
    document.title = report(&survey.title, language);
    Some(document)
}

/// The indicators of a spiral over time: a table of all values, and a chart of those that are shares.
pub(super) fn trend(index: &Index, journal: &Journal, spiral: RecordId, language: Language) -> Vec<Suggestion> {
    let Some(header) = index.spiral(spiral) else {
        return Vec::new();
    };
    let measures: Vec<_> = index.in_spiral::<Measure>(spiral).collect();
    let has_value = |measure: &Measure| measure.value().is_some();
    let values: Vec<_> = measures.into_iter().filter(|(_, measure)| has_value(measure)).collect();
    let of = |key: &str| -> Vec<&Measure> {
        let of_it = values.iter().filter(|(_, measure)| measure.indicator == key);
        of_it.map(|(_, measure)| *measure).collect()
    };
    let series: Vec<(&Indicator, Vec<&Measure>)> = header
        .indicators()
        .into_iter()
        .map(|(key, indicator)| (indicator, of(key)))
        .filter(|(_, values)| values.len() > 1)
        .collect();
    let offered = |text: Option<String>, part: &str, drawn: &dyn Fn(&Measure) -> bool| {
        let shown = |measure: &Measure| {
            series
                .iter()
                .any(|(_, all)| all.iter().any(|one| std::ptr::eq(*one, measure)))
        };
        let used: Vec<_> = values
            .iter()
            .filter(|(_, measure)| shown(measure) && drawn(measure))
            .collect();
        let sources = used.iter().filter_map(|(id, _)| source(journal, *id, part)).collect();
        let privacy = used.iter().filter_map(|(_, measure)| index.entry(measure.entry?));
        Some(Suggestion {
            passage: passage(text?, sources)?,
            figure: None,
            day: used.last().and_then(|(_, measure)| measure.on),
            known: Some(HowKnown::Counted),
            privacy: privacy.map(|entry| entry.privacy).max().unwrap_or(Privacy::Public),
        })
    };
    let chart = Chart::of_indicators(&series, language).map(|chart| chart.write());
    [
        offered(values_table(&series, language), "", &|_| true),
        offered(chart, CHART, &|measure| measure.percent().is_some()),
    ]
    .into_iter()
    .flatten()
    .collect()
}

/// A row a day, a column an indicator.
fn values_table(series: &[(&Indicator, Vec<&Measure>)], language: Language) -> Option<String> {
    let all = || series.iter().flat_map(|(_, values)| values.iter().copied());
    let mut days: Vec<_> = all().map(|measure| measure.on).collect();
    days.sort_unstable();
    days.dedup();
    let mut bases: Vec<_> = all().map(|measure| measure.of).collect();
    bases.dedup();
    let common = match bases[..] {
        [Some(n)] => n,
        _ => 0,
    };
    let cell = |measure: &Measure| match (measure.count, measure.of) {
        (Some(count), Some(of)) if of > 0 => {
            let k = if common > 0 {
                count.to_string()
            } else {
                format!("{count}/{of}")
            };
            say(
                said::COUNT_SHARE,
                language,
                &[("k", &k), ("p", &percent(count.into(), of.into()))],
            )
        }
        _ => measure.value().map_or_else(|| "–".into(), short),
    };
    let mut years: Vec<_> = days.iter().flatten().map(|day| day.ymd().0).collect();
    years.dedup();
    let years = years.len() > 1;
    let rows = days.iter().map(|day| {
        let cells = series.iter().map(|(_, values)| {
            let value = values.iter().rev().find(|value| value.on == *day);
            value.map_or_else(|| "–".into(), |value| cell(value))
        });
        let named = day.map_or_else(|| "–".into(), |day| say_day(day, years, language));
        std::iter::once(named).chain(cells).collect()
    });
    let rows: Vec<Vec<String>> = rows.collect();
    let heads: Vec<String> = std::iter::once(say(said::DAY, language, &[]))
        .chain(series.iter().map(|(indicator, _)| match indicator.unit.as_str() {
            "" => indicator.name.clone(),
            unit => say(said::WITH_UNIT, language, &[("name", &indicator.name), ("unit", &unit)]),
        }))
        .collect();
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let title = say(said::TREND_TABLE, language, &[]);
    let text = table(&caption(&title, common.into(), language), &heads, &rows, "");
    (!series.is_empty()).then_some(text)
}
