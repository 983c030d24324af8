//! What a survey cannot say: a draft of its limits (局限), from its sample and how it was asked.

use super::caution::cautions;
use super::caution_kind::CautionKind;
use super::finding::capital;
use super::table::{literal, say};
use crate::catalog::{Labelled, Language, words::survey::said};
use crate::record::{ComparedAs, Survey, SurveyMode};

/// The limits of a survey as sentences; `None` while nothing is known that limits it.
///
/// ```
/// use luoxuan::Survey;
/// use luoxuan::catalog::Language;
/// use luoxuan::record::{Sampling, SurveyMode};
/// use luoxuan::survey::limits;
/// let survey = Survey {
///     respondents: "本年级三个班学生".into(),
///     sampling: Some(Sampling::Cluster),
///     mode: Some(SurveyMode::Paper),
///     issued: Some(126),
///     valid: Some(121),
///     ..Survey::default()
/// };
/// assert_eq!(
///     limits(&survey, Language::ZhHans).as_deref(),
///     Some(
///         "调查的是本年级三个班学生，取样方式为整群，结果只说明这些人，不推及其他。发放126份，有效121份；\
///          没有交回或作废的5份，想法可能不同。回答靠自己填写，同实际做法可能有出入。"
///     )
/// );
/// assert_eq!(limits(&Survey::default(), Language::ZhHans), None);
/// ```
pub fn limits(survey: &Survey, language: Language) -> Option<String> {
    let who = literal(&survey.respondents);
    let mut said = Vec::new();
    if !who.is_empty() {
        said.push(match survey.sampling {
            Some(how) => say(
                said::LIMIT_SAMPLE,
                language,
                &[("who", &who), ("how", &how.label().in_(language))],
            ),
            None => say(said::LIMIT_WHO, language, &[("who", &who)]),
        });
    }
    let missing = survey.issued.zip(survey.valid);
    if let Some((issued, valid)) = missing.filter(|(issued, valid)| issued > valid) {
        let slots: &[(&str, &dyn std::fmt::Display)] = &[("of", &issued), ("k", &valid), ("n", &(issued - valid))];
        said.push(say(said::LIMIT_MISSING, language, slots));
    }
    let mode = survey.mode.map(|mode| match mode {
        SurveyMode::Paper | SurveyMode::Online => said::LIMIT_OWN_WORDS,
        SurveyMode::Hands => said::LIMIT_HANDS,
        SurveyMode::Interview => said::LIMIT_SPOKEN,
    });
    said.extend(mode.map(|piece| say(piece, language, &[])));
    said.extend(cautions(survey).iter().filter_map(|caution| match caution.care {
        CautionKind::OneTime => Some(say(said::LIMIT_ONCE, language, &[])),
        CautionKind::ThinCells => Some(say(said::LIMIT_THIN, language, &[("name", &literal(&caution.called))])),
        _ => None,
    }));
    let held = |sort| {
        survey
            .compared
            .values()
            .any(|it| it.sort == sort && it.survey.is_some())
    };
    let held = [
        (ComparedAs::Earlier, said::LIMIT_UNPAIRED),
        (ComparedAs::Group, said::LIMIT_GROUPS),
    ]
    .into_iter()
    .filter(|(sort, _)| held(*sort));
    said.extend(held.map(|(_, piece)| say(piece, language, &[])));
    let (stop, gap) = match language {
        Language::En => (". ", true),
        Language::ZhHans | Language::ZhHant => ("。", false),
    };
    let closed = said.into_iter().map(|sentence| capital(sentence, language) + stop);
    let text: String = closed.collect();
    let text = if gap { text.trim_end().to_owned() } else { text };
    (!text.is_empty()).then_some(text)
}
