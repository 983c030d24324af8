//! Figures as a teacher with a calculator writes them: rounded half away from zero on the decimal value.

/// A share in thousandths, rounded half up, exactly; 0 of a base of nothing.
pub(super) fn permille(count: u64, of: u64) -> u64 {
    let (count, of) = (u128::from(count), u128::from(of));
    let rounded = (count * 2000 + of).checked_div(of * 2).unwrap_or_default();
    u64::try_from(rounded).unwrap_or(u64::MAX)
}

/// Thousandths as a percentage with one decimal, without the sign: `43.0`.
pub(super) fn tenths(permille: u64) -> String {
    format!("{}.{}", permille / 10, permille % 10)
}

/// A count out of a base in percent with one decimal, without the sign. A base of nothing has no percentage.
///
/// ```
/// use luoxuan::survey::percent;
/// assert_eq!(percent(52, 121), "43.0");
/// assert_eq!(percent(49, 400), "12.3", "12.25 is rounded up, as on paper");
/// assert_eq!(percent(3, 0), "–");
/// ```
pub fn percent(count: u64, of: u64) -> String {
    if of == 0 {
        return "–".into();
    }
    tenths(permille(count, of))
}

/// A figure with exactly so many decimals.
///
/// A value like 2.675 has no exact binary form and lies a hair below; it is rounded as the decimal it was written as.
///
/// ```
/// use luoxuan::survey::decimal;
/// assert_eq!(decimal(2.675, 2), "2.68");
/// assert_eq!(decimal(-0.5, 0), "-1");
/// assert_eq!(decimal(-0.001, 2), "0.00");
/// assert_eq!(decimal(f64::NAN, 2), "–");
/// ```
pub fn decimal(figure: f64, places: u8) -> String {
    let places = places.min(6);
    let scale = 10_f64.powi(i32::from(places));
    let scaled = figure.abs() * scale;
    if !scaled.is_finite() {
        return "–".into();
    }
    // Far below the last decimal, far above what binary fractions and sums of a class's values are off by.
    let slip = (scaled * 4e-15).max(1e-9);
    let rounded = (scaled + slip).round() / scale;
    let signed = if rounded > 0.0 && figure < 0.0 {
        -rounded
    } else {
        rounded
    };
    format!("{signed:.0$}", usize::from(places))
}

/// A figure with at most two decimals.
///
/// ```
/// use luoxuan::survey::short;
/// assert_eq!((short(69.4), short(74.0), short(3.128)), ("69.4".into(), "74".into(), "3.13".into()));
/// ```
pub fn short(figure: f64) -> String {
    let text = decimal(figure, 2);
    if text.contains('.') {
        text.trim_end_matches('0').trim_end_matches('.').into()
    } else {
        text
    }
}

/// The sum of some counts.
pub(super) fn total(counts: impl IntoIterator<Item = u64>) -> u64 {
    counts.into_iter().fold(0, u64::saturating_add)
}

/// How many there are, as a number to divide by.
pub(super) fn size<T>(all: &[T]) -> f64 {
    f64::from(u32::try_from(all.len()).unwrap_or(u32::MAX))
}

/// The mean of some figures; `None` of none, or where they are too large to add.
pub(super) fn mean(all: &[f64]) -> Option<f64> {
    let mean = all.iter().sum::<f64>() / size(all);
    mean.is_finite().then_some(mean)
}

/// The standard deviation over n − 1; `None` of fewer than two.
pub(super) fn deviation(all: &[f64]) -> Option<f64> {
    let mean = mean(all)?;
    let squares: f64 = all.iter().map(|figure| (figure - mean).powi(2)).sum();
    let deviation = (squares / (size(all) - 1.0)).sqrt();
    (all.len() > 1 && deviation.is_finite()).then_some(deviation)
}
