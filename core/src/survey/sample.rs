//! Whom a survey asked: when, whom, how, and how many came back.

use super::finding::capital;
use super::share::Rates;
use super::table::{caption, literal, say, table};
use super::who;
use crate::catalog::{Labelled, Language, words::survey::said};
use crate::record::{Survey, SurveyMode};
use crate::time::Date;

/// The description of the sample in two or three sentences; both ways of counting valid ones are given and named. `None`
/// while nothing is said about it.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::record::SurveyMode;
/// use luoxuan::survey::sample;
/// use luoxuan::Survey;
/// let survey = Survey {
///     respondents: "本年级三个班学生".into(),
///     start: "2025-10-20".parse().ok(),
///     end: "2025-10-24".parse().ok(),
///     mode: Some(SurveyMode::Paper),
///     issued: Some(126),
///     returned: Some(124),
///     valid: Some(121),
///     ..Survey::default()
/// };
/// assert_eq!(
///     sample(&survey, Language::ZhHans).as_deref(),
///     Some(
///         "2025年10月20日至24日，对本年级三个班学生作纸笔问卷；发放126份，回收124份，有效121份，\
///          回收率98.4%，有效率97.6%（有效÷回收），按有效÷发放为96.0%。"
///     )
/// );
/// ```
pub fn sample(survey: &Survey, language: Language) -> Option<String> {
    let told = survey.start.is_some()
        || survey.mode.is_some()
        || !survey.respondents.trim().is_empty()
        || [survey.population, survey.issued, survey.returned, survey.valid]
            .iter()
            .any(Option::is_some);
    if !told {
        return None;
    }
    let comma = say(said::COMMA, language, &[]);
    let stop = say(said::STOP, language, &[]);
    let mut text = asked_when(survey, language);
    let numbers = numbers(survey, language);
    if !numbers.is_empty() {
        text.push_str(&say(said::SEMICOLON, language, &[]));
        text.push_str(&numbers.join(&comma));
    }
    // Whom it asked is told here and is no result.
    for group in who::people(survey, language) {
        let each = group.iter().map(|(called, n)| {
            let slots: &[(&str, &dyn std::fmt::Display)] = &[("who", &literal(called)), ("n", n)];
            say(said::AMONG_EACH, language, slots)
        });
        let each = each.collect::<Vec<_>>().join(&comma);
        text.push_str(&say(said::SEMICOLON, language, &[]));
        text.push_str(&say(said::AMONG, language, &[("each", &each)]));
    }
    text.push_str(&stop);
    let thrown_out = survey
        .returned
        .zip(survey.valid)
        .and_then(|(all, valid)| all.checked_sub(valid));
    if let Some(n) = thrown_out.filter(|n| *n > 0 && !survey.invalid.trim().is_empty()) {
        let why = survey.invalid.trim().trim_end_matches(['。', '.']);
        text.push_str(space(language));
        text.push_str(&say(said::MANY_INVALID, language, &[("n", &n), ("why", &why)]));
        text.push_str(&stop);
    }
    let protection = survey.protection.trim();
    if !protection.is_empty() {
        text.push_str(space(language));
        text.push_str(protection);
        if !protection.ends_with(['。', '.', '！', '!']) {
            text.push_str(&stop);
        }
    }
    Some(capital(text, language))
}

/// Whom it asked and when, and how many answers count: for an abstract. Without the mark that ends a sentence.
pub(crate) fn asked_in_short(survey: &Survey, language: Language) -> String {
    let mut text = asked_when(survey, language);
    if let Some(n) = survey.valid {
        text.push_str(&say(said::COMMA, language, &[]));
        text.push_str(&say(said::MANY_VALID, language, &[("n", &n)]));
    }
    capital(text, language)
}

fn asked_when(survey: &Survey, language: Language) -> String {
    let asked = asked(survey, language);
    match days(survey.start, survey.end, language) {
        Some(days) if language == Language::En => format!("{days}: {asked}"),
        Some(days) => format!("{days}{}{asked}", say(said::COMMA, language, &[])),
        None => asked,
    }
}

const fn space(language: Language) -> &'static str {
    match language {
        Language::En => " ",
        Language::ZhHans | Language::ZhHant => "",
    }
}

fn asked(survey: &Survey, language: Language) -> String {
    let mode = match survey.mode {
        Some(SurveyMode::Paper) => said::BY_PAPER,
        Some(SurveyMode::Hands) => said::BY_HANDS,
        Some(SurveyMode::Online) => said::BY_ONLINE,
        Some(SurveyMode::Interview) => said::BY_INTERVIEW,
        None => said::BY_SURVEY,
    };
    let mode = say(mode, language, &[]);
    let who = match survey.respondents.trim() {
        "" => say(said::SAMPLE_WHO, language, &[]),
        who => who.into(),
    };
    let mut text = match survey.population {
        Some(n) => say(
            said::SAMPLE_MANY,
            language,
            &[("who", &who), ("n", &n), ("mode", &mode)],
        ),
        None => say(said::SAMPLE_SOME, language, &[("who", &who), ("mode", &mode)]),
    };
    if !survey.items.is_empty() {
        text.push_str(&say(said::ITEM_COUNT, language, &[("n", &survey.items.len())]));
    }
    if let Some(how) = survey.sampling {
        text.push_str(&say(said::CHOSEN, language, &[("how", &how.label().in_(language))]));
    }
    text
}

fn numbers(survey: &Survey, language: Language) -> Vec<String> {
    let rates = Rates::of(survey);
    let count = |piece, n: Option<u32>| n.map(|n| say(piece, language, &[("n", &n)]));
    let rate = |piece, share: Option<super::Share>| share.map(|share| say(piece, language, &[("p", &share.percent())]));
    let all = [
        count(said::MANY_ISSUED, survey.issued),
        count(said::MANY_RETURNED, survey.returned),
        count(said::MANY_VALID, survey.valid),
        rate(said::RATE_RETURNED, rates.returned),
        rate(said::RATE_VALID, rates.valid),
        rate(said::RATE_VALID_OF_ISSUED, rates.valid_of_issued),
    ];
    all.into_iter().flatten().collect()
}

/// Issued, returned, valid and the rates as a Markdown table; `None` where a number is missing.
pub fn sample_table(survey: &Survey, language: Language) -> Option<String> {
    let rates = Rates::of(survey);
    let heads = [
        said::ISSUED,
        said::RETURNED,
        said::VALID,
        said::RETURN_RATE,
        said::VALID_RATE,
        said::VALID_OF_ISSUED,
    ];
    let row = vec![
        survey.issued?.to_string(),
        survey.returned?.to_string(),
        survey.valid?.to_string(),
        rates.returned?.percent(),
        rates.valid?.percent(),
        rates.valid_of_issued?.percent(),
    ];
    let heads = heads.map(|head| say(head, language, &[]));
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let title = say(said::SAMPLE, language, &[]);
    Some(table(&caption(&title, 0, language), &heads, &[row], ""))
}

/// From a first day to a last, no part of a date twice.
pub(super) fn days(start: Option<Date>, end: Option<Date>, language: Language) -> Option<String> {
    let start = start.or(end)?;
    let end = end.filter(|end| *end > start);
    if language == Language::En {
        return Some(end.map_or_else(|| start.to_string(), |end| format!("{start} to {end}")));
    }
    let (year, month, day) = start.ymd();
    let mut text = format!("{year}年{month}月{day}日");
    if let Some((other_year, other_month, other_day)) = end.map(Date::ymd) {
        text.push('至');
        if other_year != year {
            text.push_str(&format!("{other_year}年"));
        }
        if (other_year, other_month) != (year, month) {
            text.push_str(&format!("{other_month}月"));
        }
        text.push_str(&format!("{other_day}日"));
    }
    Some(text)
}
