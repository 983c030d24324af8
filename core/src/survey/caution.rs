//! What a reader of these figures must be told, and what is wrong with them. Advice, never a lock.

use super::caution_kind::CautionKind;
use super::cross::CrossTab;
use super::tally::{Tally, numbers};
use crate::catalog::{Language, fill, survey::care, wordlists as lists};
use crate::record::{ComparedAs, Item, ItemKind, Survey, SurveyMode};
use crate::text::fold;

/// Fewer than this, and a count says more than a percentage.
pub(super) const MANY: u64 = 30;

/// A caution about a survey or a part of it.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Caution {
    /// What it is about.
    pub care: CautionKind,
    /// The short name of the item or table; empty for the whole survey.
    pub part: String,
    /// What that is called.
    pub called: String,
    /// The count in question.
    pub n: u64,
    /// What it stands against.
    pub of: u64,
    /// The word in question.
    pub word: String,
}

impl Caution {
    /// It as a sentence.
    pub fn sentence(&self, language: Language) -> String {
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("name", &self.called),
            ("n", &self.n),
            ("of", &self.of),
            ("word", &self.word),
        ];
        fill(care(self.care).in_(language), slots)
    }
}

/// Everything a survey should be asked about: first of the whole, then item by item, then table by table.
///
/// ```
/// use luoxuan::record::Survey;
/// use luoxuan::survey::{CautionKind, cautions};
/// let survey = Survey { issued: Some(100), returned: Some(101), valid: Some(97), ..Survey::default() };
/// let cares: Vec<_> = cautions(&survey).into_iter().map(|caution| caution.care).collect();
/// assert_eq!(cares, [CautionKind::NoPopulation, CautionKind::Impossible]);
/// ```
pub fn cautions(survey: &Survey) -> Vec<Caution> {
    let mut all = whole(survey);
    let mut counted = false;
    for (name, item) in survey.items() {
        let found = of_item(survey, name, item);
        counted |= Tally::of(survey, name, item, Language::ZhHans).is_some();
        all.extend(found);
    }
    for (name, cross) in survey.crosses() {
        let Some(table) = CrossTab::of(survey, cross, Language::ZhHans) else {
            continue;
        };
        let about = |care| caution(care, name, &table.title);
        if table.is_thin() {
            all.push(about(CautionKind::ThinCells));
        }
        // What does not go together asks for no warning about causes.
        if table.is_associated() == Some(true) {
            all.push(about(CautionKind::NotACause));
        }
    }
    for (name, paired) in survey.paired() {
        if !paired.pairs.is_empty() {
            all.push(caution(CautionKind::SameTest, name, &paired.title));
        }
    }
    let again = survey
        .compared
        .values()
        .any(|it| it.sort == ComparedAs::Earlier && it.survey.is_some());
    if counted && survey.paired.is_empty() && !again {
        all.push(caution(CautionKind::OneTime, "", ""));
    }
    all
}

fn caution(care: CautionKind, part: &str, called: &str) -> Caution {
    Caution {
        care,
        part: part.into(),
        called: called.into(),
        n: 0,
        of: 0,
        word: String::new(),
    }
}

fn whole(survey: &Survey) -> Vec<Caution> {
    let about = |care| caution(care, "", "");
    let missing = [
        (survey.population, CautionKind::NoPopulation),
        (survey.issued, CautionKind::NoIssued),
        (survey.returned, CautionKind::NoReturned),
        (survey.valid, CautionKind::NoValid),
    ];
    // Hands that are raised and questions that are asked are not handed out.
    let on_sheets = !matches!(survey.mode, Some(SurveyMode::Hands | SurveyMode::Interview));
    let asked = |care: CautionKind| on_sheets || !matches!(care, CautionKind::NoIssued | CautionKind::NoReturned);
    let missing = missing
        .into_iter()
        .filter(|(number, care)| number.is_none() && asked(*care));
    let mut all: Vec<_> = missing.map(|(_, care)| about(care)).collect();
    let given = [survey.issued, survey.returned, survey.valid].into_iter().flatten();
    let given: Vec<u32> = given.collect();
    for pair in given.windows(2) {
        let &[more, fewer] = pair else { continue };
        if fewer > more {
            all.push(Caution {
                n: fewer.into(),
                of: more.into(),
                ..about(CautionKind::Impossible)
            });
        }
    }
    all
}

fn of_item(survey: &Survey, name: &str, item: &Item) -> Vec<Caution> {
    let about = |care| caution(care, name, item.called());
    let mut all = Vec::new();
    let text = fold(&item.text);
    for (list, care) in [
        (lists::LEADING, CautionKind::Leading),
        (lists::DOUBLE, CautionKind::Double),
    ] {
        if let Some(word) = list.split('|').find(|word| text.contains(word)) {
            all.push(Caution {
                word: word.trim().into(),
                ..about(care)
            });
        }
    }
    let answered = numbers(survey, name, item).len() as u64;
    let Some(tally) = Tally::of(survey, name, item, Language::ZhHans) else {
        if item.sort == ItemKind::Number && (1..MANY).contains(&answered) {
            all.push(Caution {
                n: answered,
                ..about(CautionKind::FewPeople)
            });
        }
        return all;
    };
    let (ticks, people) = (tally.ticks(), tally.people);
    let one_each = !matches!(item.sort, ItemKind::Multiple | ItemKind::Open);
    let counts = |care| Caution {
        n: ticks,
        of: people,
        ..about(care)
    };
    if one_each && ticks > people {
        all.push(counts(CautionKind::MoreTicks));
    } else if one_each && ticks.saturating_add(tally.unread) < people {
        all.push(counts(CautionKind::NotTheBase));
    }
    if tally.unread > 0 {
        all.push(Caution {
            n: tally.unread,
            ..about(CautionKind::Unreadable)
        });
    }
    if tally.uncoded > 0 {
        all.push(Caution {
            n: tally.uncoded,
            ..counts(CautionKind::Uncoded)
        });
    }
    if (1..MANY).contains(&people) {
        all.push(Caution {
            n: people,
            ..about(CautionKind::FewPeople)
        });
    }
    all
}
