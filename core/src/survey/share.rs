//! A count with its base: no percentage without one.

use super::figure::{percent, permille, tenths};
use crate::record::Survey;

/// So many of so many.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, Default, serde::Serialize)]
pub struct Share {
    /// How many.
    pub count: u64,
    /// Of how many.
    pub of: u64,
}

impl Share {
    /// The percentage with one decimal, without the sign.
    pub fn percent(self) -> String {
        percent(self.count, self.of)
    }

    /// In thousandths, rounded half up.
    pub fn permille(self) -> u64 {
        permille(self.count, self.of)
    }

    /// How much it has grown since an earlier one, in percentage points with one decimal and a sign; `None` where one of
    /// them has no base. Taken from the counts, not from rounded percentages.
    ///
    /// ```
    /// use luoxuan::survey::Share;
    /// let (before, now) = (Share { count: 6, of: 42 }, Share { count: 22, of: 42 });
    /// assert_eq!((before.percent(), now.percent()), ("14.3".into(), "52.4".into()));
    /// assert_eq!(now.points_since(before).as_deref(), Some("+38.1"));
    /// ```
    pub fn points_since(self, before: Self) -> Option<String> {
        if self.of == 0 || before.of == 0 {
            return None;
        }
        let wide = |a: u64, b: u64| u128::from(a).saturating_mul(u128::from(b));
        let (is, was) = (wide(self.count, before.of), wide(before.count, self.of));
        let base = wide(self.of, before.of);
        let doubled = is.abs_diff(was).saturating_mul(2000).saturating_add(base);
        let points = doubled.checked_div(base.saturating_mul(2)).unwrap_or_default();
        let points = u64::try_from(points).unwrap_or(u64::MAX);
        let sign = match is.cmp(&was) {
            _ if points == 0 => "",
            std::cmp::Ordering::Less => "−",
            _ => "+",
        };
        Some(format!("{sign}{}", tenths(points)))
    }
}

/// How many questionnaires went out, came back and count. The share of valid ones has two bases in use: each is named.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash, serde::Serialize)]
pub struct Rates {
    /// 回收率: returned of issued.
    pub returned: Option<Share>,
    /// 有效率: valid of returned.
    pub valid: Option<Share>,
    /// 有效率 by the other way of counting: valid of issued.
    pub valid_of_issued: Option<Share>,
}

impl Rates {
    /// The rates of a survey; one whose numbers are not given, or are zero below, is missing.
    ///
    /// ```
    /// use luoxuan::Survey;
    /// use luoxuan::survey::Rates;
    /// let survey = Survey { issued: Some(126), returned: Some(124), valid: Some(121), ..Survey::default() };
    /// let rates = Rates::of(&survey);
    /// assert_eq!(rates.returned.map(|rate| rate.percent()).as_deref(), Some("98.4"));
    /// assert_eq!(rates.valid.map(|rate| rate.percent()).as_deref(), Some("97.6"));
    /// assert_eq!(rates.valid_of_issued.map(|rate| rate.percent()).as_deref(), Some("96.0"));
    /// ```
    pub fn of(survey: &Survey) -> Self {
        let share = |count: Option<u32>, of: Option<u32>| {
            let of = of.filter(|of| *of > 0)?;
            Some(Share {
                count: count?.into(),
                of: of.into(),
            })
        };
        Self {
            returned: share(survey.returned, survey.issued),
            valid: share(survey.valid, survey.returned),
            valid_of_issued: share(survey.valid, survey.issued),
        }
    }
}

/// How often two people who judged the same things apart agree (评分者一致性): same of all.
///
/// ```
/// use luoxuan::survey::agreement;
/// let judged = ["写实", "写实", "空泛"].into_iter().zip(["写实", "空泛", "空泛"]);
/// assert_eq!(agreement(judged).percent(), "66.7");
/// ```
pub fn agreement<T: PartialEq>(judged: impl IntoIterator<Item = (T, T)>) -> Share {
    let mut share = Share::default();
    for (one, other) in judged {
        share.of += 1;
        share.count += u64::from(one == other);
    }
    share
}
