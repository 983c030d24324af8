//! What a part of a survey says, whatever the language of the text it goes into.

use super::cross::CrossTab;
use super::open::quotes;
use super::tally::{Tally, numbers};
use super::who;
use crate::catalog::Language;
use crate::record::{ItemKind, Survey};

/// The figures and words behind a part of a survey, plainly: by them a text can tell whether its source still says the
/// same. `None` if the survey has no such part.
///
/// | part | says |
/// |---|---|
/// | `purpose` | what it was made for |
/// | `sample` | days, who, how many |
/// | `limits` | the sample, and how the answers were given |
/// | `rest` | all items, tables and comparisons |
/// | `questionnaire` | every question with its options |
/// | `item:NAME:sentence`, `…:quotes`, `…:headline`, `…:table`, `…:chart` | the question, and how many chose what |
/// | `cross:NAME:…` | the two-way table |
/// | `paired:NAME:…` | the pairs |
///
/// ```
/// use luoxuan::Survey;
/// use luoxuan::survey::facts;
/// let survey = Survey { issued: Some(126), valid: Some(121), ..Survey::default() };
/// assert_eq!(facts(&survey, "sample").as_deref(), Some("126\n–\n121"));
/// assert_eq!(facts(&survey, "item:a:table"), None);
/// ```
pub fn facts(survey: &Survey, part: &str) -> Option<String> {
    let lines = match part {
        // What limits a survey follows from whom it asked.
        "sample" | "limits" => sample(survey),
        "purpose" => vec![survey.purpose.clone()],
        "rest" => rest(survey),
        "questionnaire" => questionnaire(survey),
        _ => {
            let (kind, rest) = part.split_once(':')?;
            // A short name may itself hold a colon; the last part never does.
            let name = rest.rsplit_once(':').map_or(rest, |(name, _)| name);
            match kind {
                "item" => item(survey, name)?,
                "cross" => cross(survey, name)?,
                "paired" => paired(survey, name)?,
                _ => return None,
            }
        }
    };
    let said: Vec<_> = lines.into_iter().filter(|line| !line.trim().is_empty()).collect();
    Some(said.join("\n"))
}

fn sample(survey: &Survey) -> Vec<String> {
    let day = |day: Option<crate::time::Date>| day.map_or_else(String::new, |day| day.to_string());
    let number = |number: Option<u32>| number.map_or_else(|| "–".into(), |number| number.to_string());
    let people = match survey.population {
        Some(population) => format!("{} {population}", survey.respondents),
        None => survey.respondents.clone(),
    };
    let words = [
        day(survey.start),
        day(survey.end),
        people,
        survey.mode.map_or("", |mode| mode.word()).into(),
        survey.sampling.map_or("", |how| how.word()).into(),
    ];
    let numbers = [survey.issued, survey.returned, survey.valid];
    let numbers = numbers.iter().any(Option::is_some).then(|| numbers.map(number));
    let ends = [survey.invalid.clone(), survey.protection.clone()];
    // Their options are called as the teacher wrote them, in every language.
    let people = who::people(survey, Language::default()).into_iter().flatten();
    let people = people.map(|(called, n)| format!("{called} {n}"));
    words
        .into_iter()
        .chain(numbers.into_iter().flatten())
        .chain(ends)
        .chain(people)
        .collect()
}

fn questionnaire(survey: &Survey) -> Vec<String> {
    let items = survey.items().into_iter().zip(1..).flat_map(|((_, item), number)| {
        let open = item.sort == ItemKind::Open;
        let options = item.choices().into_iter().filter(|_| !open).map(|(name, choice)| {
            let text = if choice.text.trim().is_empty() {
                name
            } else {
                choice.text
            };
            format!("□ {text}")
        });
        std::iter::once(format!("{number}. {}", item.text)).chain(options.collect::<Vec<_>>())
    });
    std::iter::once(survey.title.clone()).chain(items).collect()
}

fn item(survey: &Survey, name: &str) -> Option<Vec<String>> {
    let item = survey.items.get(name)?;
    let mut lines = vec![item.text.clone()];
    if item.name != item.text {
        lines.push(item.name.clone());
    }
    if item.sort == ItemKind::Number {
        lines.push(joined(&numbers(survey, name, item)));
        lines.push(joined(&item.bands));
    }
    if let Some(tally) = Tally::of(survey, name, item, Language::ZhHans) {
        lines.extend(tally.choices.iter().map(|choice| {
            // The usual words of a scale are said by its points: they change with the language.
            let given = item.choices.get(&choice.name).map_or("", |choice| choice.text.as_str());
            let text = if given.trim().is_empty() { &choice.name } else { given };
            format!("{text} {}", choice.count)
        }));
        lines.push(format!("n={}", tally.people));
        if tally.uncoded > 0 {
            lines.push(format!("?={}", tally.uncoded));
        }
    }
    if item.reversed {
        lines.push("−".into());
    }
    if let Some((estimate, percent)) = item.estimate.as_ref().and_then(|it| Some((it, it.percent?))) {
        lines.push(format!("?{} {percent}%", estimate.choice));
    }
    if let (Some(agreed), Some(judged)) = (item.agreed, item.judged) {
        lines.push(format!("{agreed}/{judged}"));
    }
    if item.sort == ItemKind::Open {
        // Those chosen by rule too.
        lines.extend(quotes(survey, name).into_values().flatten());
    } else {
        lines.extend(item.choices.values().flat_map(|choice| choice.quotes.iter().cloned()));
    }
    Some(lines)
}

fn rest(survey: &Survey) -> Vec<String> {
    let items = survey.items().into_iter().filter_map(|(name, _)| item(survey, name));
    let crosses = survey.crosses().into_iter().filter_map(|(name, _)| cross(survey, name));
    let pairs = survey.paired().into_iter().filter_map(|(name, _)| paired(survey, name));
    items.chain(crosses).chain(pairs).flatten().collect()
}

fn cross(survey: &Survey, name: &str) -> Option<Vec<String>> {
    let crossing = CrossTab::of(survey, survey.crosses.get(name)?, Language::ZhHans)?;
    let counts = |counts: &[u64]| counts.iter().map(u64::to_string).collect::<Vec<_>>().join(" ");
    let rows = crossing
        .rows
        .iter()
        .map(|(row, people, all)| format!("{row} {} n={people}", counts(all)));
    let mut lines = vec![crossing.title.clone(), crossing.columns.join(" ")];
    lines.extend(rows);
    Some(lines)
}

fn paired(survey: &Survey, name: &str) -> Option<Vec<String>> {
    let paired = survey.paired.get(name)?;
    let pairs = paired.pairs.iter().map(|(before, after)| format!("{before}→{after}"));
    Some(vec![
        paired.title.clone(),
        paired.before.clone(),
        paired.after.clone(),
        pairs.collect::<Vec<_>>().join(" "),
        joined(&paired.thresholds),
    ])
}

fn joined(numbers: &[f64]) -> String {
    numbers.iter().map(f64::to_string).collect::<Vec<_>>().join(" ")
}
