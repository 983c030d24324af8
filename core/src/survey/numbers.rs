//! Numbers and pairs of numbers.

use super::figure::{deviation, mean, size};
use super::share::Share;

/// What some numbers come to: scores, minutes, characters.
#[derive(Debug, Clone, PartialEq)]
pub struct Numbers {
    /// How many.
    pub n: usize,
    /// Their mean.
    pub mean: f64,
    /// Their standard deviation over n − 1; `None` of one.
    pub deviation: Option<f64>,
    /// The least.
    pub least: f64,
    /// The greatest.
    pub most: f64,
    /// How many lie in each band: from where on (`None` below the first), up to where (`None` above the last), how many.
    pub bands: Vec<(Option<f64>, Option<f64>, u64)>,
}

impl Numbers {
    /// The summary of some numbers, and how many lie between the limits of bands; `None` of none.
    ///
    /// ```
    /// use luoxuan::survey::{Numbers, short};
    /// let numbers = Numbers::of(&[55.0, 62.0, 80.0, 77.0], &[80.0, 60.0]).expect("some");
    /// assert_eq!((short(numbers.mean), numbers.n), ("68.5".into(), 4));
    /// assert_eq!(numbers.bands, [(None, Some(60.0), 1), (Some(60.0), Some(80.0), 2), (Some(80.0), None, 1)]);
    /// ```
    pub fn of(all: &[f64], limits: &[f64]) -> Option<Self> {
        let mean = mean(all)?;
        let mut limits: Vec<f64> = limits.iter().copied().filter(|limit| limit.is_finite()).collect();
        limits.sort_by(f64::total_cmp);
        limits.dedup();
        let begins = std::iter::once(None).chain(limits.iter().copied().map(Some));
        let ends = limits.iter().copied().map(Some).chain(std::iter::once(None));
        let within = |from: Option<f64>, to: Option<f64>| {
            let inside = |figure: &&f64| from.is_none_or(|from| **figure >= from) && to.is_none_or(|to| **figure < to);
            all.iter().filter(inside).count() as u64
        };
        let bands = begins.zip(ends).map(|(from, to)| (from, to, within(from, to)));
        Some(Self {
            n: all.len(),
            mean,
            deviation: deviation(all),
            least: all.iter().copied().fold(f64::INFINITY, f64::min),
            most: all.iter().copied().fold(f64::NEG_INFINITY, f64::max),
            bands: if limits.is_empty() { Vec::new() } else { bands.collect() },
        })
    }
}

/// What two measurements of the same pupils come to.
#[derive(Debug, Clone, PartialEq)]
pub struct Pairs {
    /// How many pairs.
    pub n: usize,
    /// The mean before.
    pub before: f64,
    /// The mean after.
    pub after: f64,
    /// The mean of the differences.
    pub difference: f64,
    /// The standard deviation of the differences over n − 1.
    pub deviation: Option<f64>,
    /// 进步: how many went up.
    pub up: u64,
    /// 持平: how many stayed.
    pub same: u64,
    /// 退步: how many went down.
    pub down: u64,
    /// Paired t and its degrees of freedom. For those who ask; a class that was chosen is no sample.
    pub t: Option<(f64, usize)>,
}

impl Pairs {
    /// The comparison of some pairs; `None` of none.
    ///
    /// ```
    /// use luoxuan::survey::{Pairs, short};
    /// let pairs = Pairs::of(&[(62.0, 70.0), (70.0, 72.0), (55.0, 55.0)]).expect("some");
    /// assert_eq!((pairs.up, pairs.same, pairs.down), (2, 1, 0));
    /// assert_eq!(short(pairs.difference), "3.33");
    /// ```
    pub fn of(pairs: &[(f64, f64)]) -> Option<Self> {
        let (before, after): (Vec<f64>, Vec<f64>) = pairs.iter().copied().unzip();
        let differences: Vec<f64> = pairs.iter().map(|(before, after)| after - before).collect();
        let (difference, deviation) = (mean(&differences)?, deviation(&differences));
        let count =
            |is: fn(f64, f64) -> bool| pairs.iter().filter(|(before, after)| is(*before, *after)).count() as u64;
        let (up, down) = (
            count(|before, after| after > before),
            count(|before, after| after < before),
        );
        let t = deviation.filter(|deviation| *deviation > 0.0).map(|deviation| {
            let t = difference / (deviation / size(pairs).sqrt());
            (t, pairs.len().saturating_sub(1))
        });
        Some(Self {
            n: pairs.len(),
            before: mean(&before)?,
            after: mean(&after)?,
            difference,
            deviation,
            up,
            same: (pairs.len() as u64).saturating_sub(up + down),
            down,
            t,
        })
    }

    /// How many reach a threshold before and after, as for 优秀率 and 合格率.
    ///
    /// ```
    /// use luoxuan::survey::Pairs;
    /// let (before, after) = Pairs::reaching(&[(62.0, 70.0), (55.0, 60.0)], 60.0);
    /// assert_eq!((before.count, after.count, after.of), (1, 2, 2));
    /// ```
    pub fn reaching(pairs: &[(f64, f64)], threshold: f64) -> (Share, Share) {
        let reach = |of: fn(&(f64, f64)) -> f64| Share {
            count: pairs.iter().filter(|pair| of(pair) >= threshold).count() as u64,
            of: pairs.len() as u64,
        };
        (reach(|pair| pair.0), reach(|pair| pair.1))
    }
}
