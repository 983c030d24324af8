//! Findings: each item, table and comparison of a survey, as a heading, a sentence, a table and a chart.

mod crossed;
mod paired;

use super::caution::MANY;
use super::cross::CrossTab;
use super::item;
use super::table::{caption, say, words_table};
use crate::catalog::{Language, words::survey::said};
use crate::chart::Chart;
use crate::record::Survey;

/// What one part of a survey came to.
#[derive(Debug, Clone, PartialEq)]
pub struct SurveyResult {
    /// Which part: `item:NAME`, `cross:NAME` or `paired:NAME`.
    pub part: String,
    /// What it is called.
    pub called: String,
    /// It as a heading: what it is about, and what it came to.
    pub headline: String,
    /// It as a sentence, closed.
    pub sentence: String,
    /// What people said in their own words, as a sentence, closed; empty where nobody is quoted.
    pub quotes: String,
    /// Its figures as a cell of a table of several findings.
    pub brief: String,
    /// It as a Markdown table, the caption in a paragraph before it, notes in one after it.
    pub table: String,
    /// It as a chart, where one says more.
    pub chart: Option<Chart>,
    /// How many people it is counted out of; 0 if that is not known.
    pub people: u64,
    /// How much it stands out, in thousandths: by how much the choice made most, or the two made most, exceed the mean of
    /// all, how far a scale leans to one side, the widest gap between groups where there is an association, the mean
    /// difference of pairs against its spread. Of fewer than thirty people half of it, and 0 where nothing stands out.
    pub weight: u64,
}

/// So many findings lead; the rest stand in one table.
const LEADING: usize = 3;

/// The findings to begin with, from the one that stands out most, and the rest in their own order. Where few are left
/// for a table of the rest, all lead.
pub fn leading(findings: &[SurveyResult]) -> (Vec<&SurveyResult>, Vec<&SurveyResult>) {
    let mut order: Vec<usize> = (0..findings.len()).collect();
    order.sort_by_key(|at| std::cmp::Reverse(findings.get(*at).map_or(0, |finding| finding.weight)));
    if order.len() > LEADING + 1 {
        order.truncate(LEADING);
    }
    let leads = order.iter().filter_map(|at| findings.get(*at)).collect();
    let rest = findings.iter().enumerate().filter(|(at, _)| !order.contains(at));
    (leads, rest.map(|(_, finding)| finding).collect())
}

/// Several findings as one Markdown table, a row each.
pub fn rest_table(findings: &[&SurveyResult], language: Language) -> String {
    let heads = [said::QUESTION, said::PEOPLE, said::RESULT].map(|head| say(head, language, &[]));
    let rows = findings.iter().map(|finding| {
        let people = if finding.people == 0 {
            "–".into()
        } else {
            finding.people.to_string()
        };
        vec![finding.called.clone(), people, finding.brief.clone()]
    });
    let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
    let title = say(said::REST_TABLE, language, &[]);
    words_table(
        &caption(&title, 0, language),
        &heads,
        &rows.collect::<Vec<_>>(),
        "",
        &[2],
    )
}

/// What a survey came to: its items, two-way tables and comparisons in order, those in which something was counted.
pub fn findings(survey: &Survey, language: Language) -> Vec<SurveyResult> {
    let items = survey
        .items()
        .into_iter()
        .filter_map(|(name, it)| item::finding(survey, name, it, language));
    let crosses = survey.crosses().into_iter().filter_map(|(name, cross)| {
        let crossing = CrossTab::of(survey, cross, language)?;
        Some(crossed::finding(format!("cross:{name}"), &crossing, language))
    });
    let paired = survey
        .paired()
        .into_iter()
        .filter_map(|(name, it)| paired::finding(name, it, language));
    let few = |mut finding: SurveyResult| {
        if finding.people < MANY {
            finding.weight /= 2;
        }
        finding
    };
    items.chain(crosses).chain(paired).map(few).collect()
}

/// A count as a value to draw.
pub(in crate::survey) fn real(count: u64) -> f64 {
    f64::from(u32::try_from(count).unwrap_or(u32::MAX))
}

/// An English sentence begins with a capital; a quotation mark before it does not count.
pub(in crate::survey) fn capital(sentence: String, language: Language) -> String {
    let mut letters = sentence.chars();
    match letters.next() {
        Some(first) if language == Language::En => first.to_uppercase().chain(letters).collect(),
        _ => sentence,
    }
}
