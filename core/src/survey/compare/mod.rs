//! Two surveys side by side (对比): before and after, or class against class.

mod contrast;
mod matching;

pub use contrast::Contrast;
pub use matching::{Match, Unmatched, matches};

use super::caution::{Caution, MANY};
use super::caution_kind::CautionKind;
use super::sample::days;
use super::table::{caption, literal, say, words_table};
use crate::catalog::{Language, words::survey::said};
use crate::record::{Compared, ComparedAs, Survey};
use crate::text::fold;

/// What two surveys come to, held against each other.
#[derive(Debug, Clone, PartialEq)]
pub struct Comparison {
    /// What the one that comes first is called: the earlier one, or the other class.
    pub first: String,
    /// What the second is called: the survey itself.
    pub second: String,
    /// The questions that both have, in the survey's order.
    pub contrasts: Vec<Contrast>,
    /// The others, by what they are called, with why.
    pub unmatched: Vec<(String, Unmatched)>,
    /// What a reader must be told.
    pub cautions: Vec<Caution>,
    language: Language,
}

/// Holds a survey against another one. `name` is what the comparison is called among those of the survey.
///
/// Questions are the same if they say the same and have the same options. Whether answers differ is told only where χ²
/// says so and nobody's cell is too small for it; otherwise it says that none shows.
///
/// ```
/// use luoxuan::catalog::Language;
/// use luoxuan::record::{Choice, Compared, Item};
/// use luoxuan::survey::compare;
/// use luoxuan::Survey;
/// let asked = |always, seldom| {
///     let choice = |text: &str, count| Choice { text: text.into(), count: Some(count), ..Choice::default() };
///     let choices = [("a".into(), choice("会自己改", always)), ("b".into(), choice("不改", seldom))].into();
///     let item = Item { text: "写完会改吗？".into(), name: "修改".into(), choices, ..Item::default() };
///     Survey { items: [("q".into(), item)].into(), ..Survey::default() }
/// };
/// let with = Compared { that: "前测".into(), this: "后测".into(), ..Compared::default() };
/// let both = compare(&asked(30, 12), "c", &with, &asked(14, 28), Language::ZhHans);
/// assert_eq!(both.contrasts[0].differs, Some(true));
/// assert_eq!(
///     both.contrasts[0].finding.sentence,
///     "关于“修改”，前测的42人中选“会自己改”的有14人（33.3%），后测的42人中有30人（71.4%），增加38.1个百分点。\
///      两次的回答有差别（χ²检验，p＜0.05），但这不说明原因。"
/// );
/// ```
pub fn compare(survey: &Survey, name: &str, with: &Compared, other: &Survey, language: Language) -> Comparison {
    let (first, second) = labels(survey, with, other, language);
    let (pairs, unmatched) = matches(survey, other);
    let (mut contrasts, mut unmatched) = (Vec::new(), unmatched);
    for pair in &pairs {
        let contrast = Contrast::of((other, survey), pair, (&first, &second), (name, with.sort), language);
        let called = || survey.items.get(&pair.here).map_or("", |item| item.called());
        match contrast {
            Some(contrast) => contrasts.push(contrast),
            None => unmatched.push((called().to_owned(), Unmatched::NotCounted)),
        }
    }
    let mut comparison = Comparison {
        cautions: cautions(survey, name, with, other),
        first,
        second,
        contrasts,
        unmatched,
        language,
    };
    let reworded = pairs.iter().filter(|pair| pair.reworded);
    let of_wording = reworded.map(|pair| Caution {
        called: survey
            .items
            .get(&pair.here)
            .map_or("", |item| item.text.as_str())
            .into(),
        word: other
            .items
            .get(&pair.there)
            .map_or("", |item| item.text.as_str())
            .into(),
        ..about(CautionKind::Reworded, name)
    });
    comparison.cautions.extend(of_wording);
    comparison
}

impl Comparison {
    /// How many questions both have, and in how many the answers differ, as a sentence; `None` if they have none.
    pub fn sentence(&self) -> Option<String> {
        let n = self.contrasts.len();
        let count = |differs| {
            let tested = self.contrasts.iter().filter(|one| !one.told);
            tested.filter(|one| one.differs == differs).count()
        };
        let (differ, alike, few) = (count(Some(true)), count(Some(false)), count(None));
        if n == 0 {
            return None;
        }
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("first", &literal(&self.first)),
            ("second", &literal(&self.second)),
            ("n", &n),
            ("k", &differ),
        ];
        let mut text = say(said::BOTH_ASKED, self.language, slots);
        if alike > 0 {
            text.push_str(&say(said::BOTH_ALIKE, self.language, &[("n", &alike)]));
        }
        if few > 0 {
            text.push_str(&say(said::BOTH_FEW, self.language, &[("n", &few)]));
        }
        let told = self.contrasts.iter().filter(|one| one.told).count();
        if told > 0 {
            text.push_str(&say(said::BOTH_TOLD, self.language, &[("n", &told)]));
        }
        Some(text + &say(said::STOP, self.language, &[]))
    }

    /// All questions that both have in one Markdown table: where the shares lie farthest apart, and whether they differ.
    pub fn table(&self) -> Option<String> {
        let heads = [said::QUESTION, said::WHAT_FOR].map(|head| say(head, self.language, &[]));
        let points = say(said::APART_BY, self.language, &[]);
        let verdict = say(said::VERDICT, self.language, &[]);
        let [question, answer] = &heads;
        let head = [question, answer, &self.first, &self.second, &points, &verdict];
        let head: Vec<&str> = head.into_iter().map(String::as_str).collect();
        let rows: Vec<Vec<String>> = self.contrasts.iter().map(|one| one.row.clone()).collect();
        let slots: &[(&str, &dyn std::fmt::Display)] = &[("first", &self.first), ("second", &self.second)];
        let title = say(said::BOTH_TABLE, self.language, slots);
        (!rows.is_empty()).then(|| words_table(&caption(&title, 0, self.language), &head, &rows, "", &[1, 5]))
    }

    /// Why questions stand by themselves, a sentence each.
    pub fn left(&self) -> Vec<String> {
        let said = self.unmatched.iter().map(|(called, why)| {
            let piece = match why {
                Unmatched::OnlyHere => said::ONLY_HERE,
                Unmatched::OnlyThere => said::ONLY_THERE,
                Unmatched::OtherKind => said::OTHER_KIND,
                Unmatched::OtherOptions => said::OTHER_OPTIONS,
                Unmatched::NotCounted => said::NOT_COUNTED,
            };
            let slots: &[(&str, &dyn std::fmt::Display)] =
                &[("name", called), ("first", &self.first), ("second", &self.second)];
            say(piece, self.language, slots)
        });
        said.collect()
    }
}

/// What the two are called: as a teacher said, or by their days, their people, their names.
fn labels(survey: &Survey, with: &Compared, other: &Survey, language: Language) -> (String, String) {
    let day = |survey: &Survey| days(survey.start, survey.end, language).unwrap_or_default();
    let names = |survey: &Survey| {
        let (people, title) = (survey.respondents.trim(), survey.title.trim());
        match with.sort {
            ComparedAs::Earlier => [day(survey), title.into(), people.into()],
            ComparedAs::Group => [people.into(), title.into(), day(survey)],
        }
    };
    let usual = match with.sort {
        ComparedAs::Earlier => (said::BEFORE, said::AFTER),
        ComparedAs::Group => (said::OTHER_GROUP, said::THIS_GROUP),
    };
    let usual = (say(usual.0, language, &[]), say(usual.1, language, &[]));
    // Only what tells them apart names them.
    let mut told = names(other).into_iter().zip(names(survey));
    let told = told.find(|(first, second)| !first.is_empty() && !second.is_empty() && first != second);
    let (first, second) = told.unwrap_or(usual);
    let given = |said: &str, else_: String| {
        if said.trim().is_empty() {
            else_
        } else {
            said.trim().into()
        }
    };
    (given(&with.that, first), given(&with.this, second))
}

fn about(care: CautionKind, part: &str) -> Caution {
    Caution {
        care,
        part: part.into(),
        called: String::new(),
        n: 0,
        of: 0,
        word: String::new(),
    }
}

/// A quarter more or fewer people than the other time are others in part.
const UNLIKE: (u64, u64) = (5, 4);

fn cautions(survey: &Survey, name: &str, with: &Compared, other: &Survey) -> Vec<Caution> {
    let mut all = Vec::new();
    let day = |survey: &Survey| survey.end.or(survey.start);
    let (then, now) = (day(other), day(survey));
    let people = |survey: &Survey| u64::from(survey.valid.unwrap_or_default()).max(survey.rows.len() as u64);
    let (before, after) = (people(other), people(survey));
    let (less, more) = (before.min(after), before.max(after));
    match with.sort {
        ComparedAs::Earlier => {
            all.push(about(CautionKind::Unpaired, name));
            if then.zip(now).is_some_and(|(then, now)| then >= now) {
                all.push(about(CautionKind::NotEarlier, name));
            }
            let (there, here) = (fold(other.respondents.trim()), fold(survey.respondents.trim()));
            if !there.is_empty() && !here.is_empty() && there != here {
                all.push(Caution {
                    called: survey.respondents.trim().into(),
                    word: other.respondents.trim().into(),
                    ..about(CautionKind::OtherPeople, name)
                });
            }
        }
        ComparedAs::Group => all.push(about(CautionKind::UnlikeGroups, name)),
    }
    if then.is_none() || now.is_none() {
        all.push(about(CautionKind::NoDay, name));
    }
    if less > 0 && more * UNLIKE.1 > less * UNLIKE.0 {
        all.push(Caution {
            n: before,
            of: after,
            ..about(CautionKind::OtherNumber, name)
        });
    }
    if (1..MANY).contains(&less) {
        all.push(Caution {
            n: less,
            ..about(CautionKind::SmallSide, name)
        });
    }
    all
}
