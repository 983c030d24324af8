//! What was expected of an item before anybody answered, held against what came (预估).

use super::figure::permille;
use super::share::Share;
use super::tally::Tally;
use crate::record::{Item, ItemKind};

/// An estimate and what came.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Estimated {
    /// The option it was about.
    pub choice: String,
    /// About how many of a hundred were expected to choose it.
    pub percent: u32,
    /// How many did.
    pub share: Share,
    /// How far apart the two are, in thousandths.
    pub apart: u64,
    /// Whether that is farther than an estimate may be off: ten percentage points, and three people.
    pub missed: bool,
}

/// So many thousandths an estimate may be off: nobody guesses closer.
const NEAR: u64 = 100;

/// And so many people: of ten, one makes ten percentage points.
const PEOPLE: u64 = 3;

impl Estimated {
    /// The estimate of an item with options; `None` where there is none, it is not said how many, or nobody has been counted.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::record::{Choice, Estimate, Item};
    /// use luoxuan::survey::{Estimated, Tally};
    /// use luoxuan::Survey;
    /// let choice = |text: &str, count| Choice { text: text.into(), count: Some(count), ..Choice::default() };
    /// let choices = [("a".into(), choice("不知道写什么", 52)), ("b".into(), choice("写不细", 69))].into();
    /// let estimate = Some(Estimate { choice: "a".into(), percent: Some(20), ..Estimate::default() });
    /// let item = Item { choices, estimate, ..Item::default() };
    /// let tally = Tally::of(&Survey::default(), "q", &item, Language::ZhHans).expect("counts");
    /// let estimated = Estimated::of(&item, &tally).expect("an estimate");
    /// assert_eq!((estimated.share.percent().as_str(), estimated.apart, estimated.missed), ("43.0", 230, true));
    /// ```
    pub fn of(item: &Item, tally: &Tally) -> Option<Self> {
        let estimate = item.estimate.as_ref()?;
        if !matches!(item.sort, ItemKind::Single | ItemKind::Multiple) || tally.people == 0 {
            return None;
        }
        let choice = tally.choices.iter().find(|choice| choice.name == estimate.choice)?;
        let share = Share {
            count: choice.count,
            of: tally.people,
        };
        let percent = estimate.percent?.min(100);
        let expected = u64::from(percent).saturating_mul(tally.people);
        let apart = permille(share.count, share.of).abs_diff(u64::from(percent) * 10);
        let people = share.count.saturating_mul(100).abs_diff(expected);
        Some(Self {
            choice: choice.text.clone(),
            percent,
            share,
            apart,
            missed: apart >= NEAR && people >= PEOPLE * 100,
        })
    }
}
