//! Points on a scale (量表).

use super::figure::decimal;
use super::share::Share;

/// What answers on a scale come to.
#[derive(Debug, Clone, Copy, PartialEq)]
pub struct Scale {
    /// How many answered.
    pub n: u64,
    /// The sum of their scores.
    pub total: u64,
    /// The standard deviation over n − 1; `None` of one.
    pub deviation: Option<f64>,
    /// 符合及以上: how many gave one of the two highest scores, after turning round a reversed item.
    pub top_two: Share,
}

impl Scale {
    /// The summary of counts from the highest point of the scale to the lowest; `None` if nobody answered. Of a
    /// `reversed` item the highest point scores 1.
    ///
    /// ```
    /// use luoxuan::survey::{Scale, decimal};
    /// let scale = Scale::of(&[12, 23, 37, 34, 15], false).expect("answers");
    /// assert_eq!((scale.mean().as_str(), decimal(scale.deviation.expect("many"), 2).as_str()), ("2.86", "1.16"));
    /// assert_eq!((scale.top_two.count, scale.top_two.percent().as_str()), (35, "28.9"));
    /// let turned = Scale::of(&[12, 23, 37, 34, 15], true).expect("answers");
    /// assert_eq!((turned.mean().as_str(), turned.top_two.count), ("3.14", 49));
    /// ```
    pub fn of(counts: &[u64], reversed: bool) -> Option<Self> {
        let mut scores: Vec<(u64, u64)> = (1..).zip(counts.iter().rev().copied()).collect();
        if reversed {
            let turned: Vec<u64> = counts.to_vec();
            scores = (1..).zip(turned).collect();
        }
        let (mut n, mut total, mut squares) = (0_u64, 0_u64, 0_u128);
        for (score, count) in &scores {
            n = n.saturating_add(*count);
            total = total.saturating_add(score.saturating_mul(*count));
            let square = u128::from(*score).saturating_mul(u128::from(*score));
            squares = squares.saturating_add(square.saturating_mul(u128::from(*count)));
        }
        if n == 0 {
            return None;
        }
        let wide = u128::from(total).saturating_mul(u128::from(total));
        let spread = u128::from(n).saturating_mul(squares).saturating_sub(wide);
        let pairs = u128::from(n).saturating_mul(u128::from(n) - 1);
        let top = scores.iter().rev().take(2).map(|(_, count)| count);
        Some(Self {
            n,
            total,
            deviation: (n > 1).then(|| (real(spread) / real(pairs)).sqrt()),
            top_two: Share {
                count: top.fold(0, |sum, count| sum.saturating_add(*count)),
                of: n,
            },
        })
    }

    /// The mean score with two decimals.
    pub fn mean(&self) -> String {
        decimal(real(self.total.into()) / real(self.n.into()), 2)
    }
}

/// Counts of people are far from where this loses a digit.
#[allow(clippy::cast_precision_loss)]
fn real(number: u128) -> f64 {
    number as f64
}
