//! Values of an indicator as sentences, never a percentage without its base.

use crate::catalog::{Figure, Language, figure, fill};
use crate::record::{Indicator, Measure};
use crate::time::Date;

/// Fewer than this, and a count says more than a percentage.
const MANY: u32 = 30;

/// One value as a sentence: “2025年9月11日，在42名学生中，11人（26.2%）有细节。”
pub(super) fn value(indicator: &Indicator, now: &Measure, language: Language) -> Option<String> {
    let said = said(indicator, now, language)?;
    let said = match now.on {
        Some(on) => fill(
            figure(Figure::On).in_(language),
            &[("day", &day(on, language)), ("said", &said)],
        ),
        None => said,
    };
    Some(closed(said, now, language))
}

/// A value against an earlier one: “在42名学生中，22人（52.4%）有焦点，与2025年10月9日的6人（14.3%）相比，增加16人（38.1个百分点）。”
///
/// Where one was counted and the other not, or the earlier one has no day, the later stands alone.
pub(super) fn change(indicator: &Indicator, before: &Measure, now: &Measure, language: Language) -> Option<String> {
    let said = said(indicator, now, language)?;
    Some(match against(indicator, before, now, language) {
        Some(against) => closed(said + &against, now, language),
        None => return value(indicator, now, language),
    })
}

fn said(indicator: &Indicator, now: &Measure, language: Language) -> Option<String> {
    let unit = &indicator.unit;
    let name = &indicator.name;
    if let (Some(k), Some(n)) = (now.count, now.of.filter(|of| *of > 0)) {
        let form = if unit == "人" && n >= MANY {
            Figure::Share
        } else {
            Figure::Count
        };
        let p = tenths(permille(k, n));
        let slots: &[(&str, &dyn std::fmt::Display)] =
            &[("n", &n), ("k", &k), ("p", &p), ("unit", unit), ("name", name)];
        return Some(fill(figure(form).in_(language), slots));
    }
    let k = plain(now.count.map(f64::from).or(now.figure)?);
    Some(match now.of {
        Some(n) => fill(
            figure(Figure::MeanOf).in_(language),
            &[("k", &k), ("unit", unit), ("n", &n), ("name", name)],
        ),
        None => fill(
            figure(Figure::Mean).in_(language),
            &[("k", &k), ("unit", unit), ("name", name)],
        ),
    })
}

fn against(indicator: &Indicator, before: &Measure, now: &Measure, language: Language) -> Option<String> {
    let unit = &indicator.unit;
    let on = day(before.on?, language);
    let base = |measure: &Measure| Some((measure.count?, measure.of.filter(|of| *of > 0)?));
    let (form, k0, p0, n0, change) = match (base(before), base(now)) {
        (Some((k0, n0)), Some((k, n))) => {
            let form = if n0 == n {
                Figure::AgainstShare
            } else {
                Figure::AgainstOther
            };
            let change = counted((k0, n0), (k, n), unit, language);
            (form, k0.to_string(), tenths(permille(k0, n0)), n0, change)
        }
        (None, None) => {
            let (m0, m) = (
                before.count.map(f64::from).or(before.figure)?,
                now.count.map(f64::from).or(now.figure)?,
            );
            let form = if m > m0 {
                Figure::Higher
            } else if m < m0 {
                Figure::Lower
            } else {
                Figure::Same
            };
            let d = plain((m - m0).abs());
            let change = fill(figure(form).in_(language), &[("d", &d), ("unit", unit)]);
            (Figure::AgainstMean, plain(m0), String::new(), 0, change)
        }
        _ => return None,
    };
    let slots: &[(&str, &dyn std::fmt::Display)] = &[
        ("day", &on),
        ("k0", &k0),
        ("p0", &p0),
        ("n0", &n0),
        ("unit", unit),
        ("change", &change),
    ];
    Some(fill(figure(form).in_(language), slots))
}

/// How a count moved: in its unit where the base is the same, and always in percentage points.
fn counted((k0, n0): (u32, u32), (k, n): (u32, u32), unit: &str, language: Language) -> String {
    let (was, is) = (u64::from(k0) * u64::from(n), u64::from(k) * u64::from(n0));
    let same_base = n0 == n;
    let form = match (is.cmp(&was), same_base) {
        (std::cmp::Ordering::Equal, _) => Figure::Same,
        (std::cmp::Ordering::Greater, true) => Figure::More,
        (std::cmp::Ordering::Less, true) => Figure::Fewer,
        (std::cmp::Ordering::Greater, false) => Figure::MorePoints,
        (std::cmp::Ordering::Less, false) => Figure::FewerPoints,
    };
    let points = half_up(u128::from(is.abs_diff(was)) * 1000, u128::from(n) * u128::from(n0));
    fill(
        figure(form).in_(language),
        &[("d", &k.abs_diff(k0)), ("dp", &tenths(points)), ("unit", &unit)],
    )
}

/// Ends a sentence, with the remark on its value if there is one.
fn closed(mut said: String, now: &Measure, language: Language) -> String {
    let note = now.note.trim();
    if !note.is_empty() {
        said.push_str(&fill(figure(Figure::Remark).in_(language), &[("note", &note)]));
    }
    said.push(if language == Language::En { '.' } else { '。' });
    said
}

/// A share in thousandths, rounded half up as on paper.
fn permille(k: u32, n: u32) -> u128 {
    half_up(u128::from(k) * 1000, u128::from(n))
}

fn half_up(dividend: u128, divisor: u128) -> u128 {
    (dividend * 2 + divisor).checked_div(divisor * 2).unwrap_or_default()
}

/// Thousandths as a percentage with one decimal.
fn tenths(permille: u128) -> String {
    format!("{}.{}", permille / 10, permille % 10)
}

/// A figure with at most two decimals.
fn plain(figure: f64) -> String {
    let text = format!("{figure:.2}");
    text.trim_end_matches('0').trim_end_matches('.').into()
}

fn day(date: Date, language: Language) -> String {
    let (year, month, day) = date.ymd();
    match language {
        Language::En => date.to_string(),
        Language::ZhHans | Language::ZhHant => format!("{year}年{month}月{day}日"),
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    fn indicator(name: &str, unit: &str) -> Indicator {
        Indicator {
            name: name.into(),
            unit: unit.into(),
            ..Indicator::default()
        }
    }

    fn counted(on: &str, count: u32, of: u32) -> Measure {
        Measure {
            on: on.parse().ok(),
            count: Some(count),
            of: Some(of),
            ..Measure::default()
        }
    }

    #[test]
    fn a_share_moves_in_percentage_points_and_names_its_base() {
        let (before, now) = (counted("2025-10-09", 6, 42), counted("2025-11-06", 22, 42));
        let said = |language| change(&indicator("有焦点", "人"), &before, &now, language);
        assert_eq!(
            said(Language::ZhHans).as_deref(),
            Some("在42名学生中，22人（52.4%）有焦点，与2025年10月9日的6人（14.3%）相比，增加16人（38.1个百分点）。")
        );
        assert_eq!(
            said(Language::En).as_deref(),
            Some(
                "Of 42 pupils, 22 (52.4%): 有焦点; against 6 人 (14.3%) on 2025-10-09, 16 人 more (38.1 percentage points)."
            )
        );
    }

    #[test]
    fn few_are_counted_first_and_means_have_no_percentage() {
        let (before, mut now) = (counted("2025-10-30", 5, 10), counted("2025-12-04", 5, 10));
        now.note = "常见跑偏位置：结尾放慢处".into();
        let said = change(&indicator("站住", "组"), &before, &now, Language::ZhHans);
        assert_eq!(
            said.as_deref(),
            Some(
                "“站住”：10组中5组（50.0%），与2025年10月30日的5组（50.0%）相比，没有变化（常见跑偏位置：结尾放慢处）。"
            )
        );
        let mean = |on: &str, figure| Measure {
            on: on.parse().ok(),
            figure: Some(figure),
            of: Some(42),
            ..Measure::default()
        };
        let said = change(
            &indicator("篇均字数", "字"),
            &mean("2025-09-11", 96.5),
            &mean("2025-10-09", 90.0),
            Language::ZhHant,
        );
        assert_eq!(
            said.as_deref(),
            Some("「篇均字数」為90字（n=42），與2025年9月11日的96.5字相比，減少6.5字。")
        );
    }

    #[test]
    fn other_bases_are_compared_in_points_alone_and_halves_round_up() {
        let (before, now) = (counted("2025-09-11", 20, 40), counted("2025-10-09", 18, 42));
        let said = change(&indicator("有细节", "人"), &before, &now, Language::ZhHans);
        assert_eq!(
            said.as_deref(),
            Some(
                "在42名学生中，18人（42.9%）有细节，与2025年9月11日的40人中20人（50.0%）总数不同，只比百分比，减少7.1个百分点。"
            )
        );
        assert_eq!(tenths(permille(49, 400)), "12.3");
        assert_eq!(value(&indicator("x", "人"), &Measure::default(), Language::En), None);
        assert!(value(&indicator("x", "人"), &counted("2025-09-11", 3, 0), Language::En).is_some());
    }
}
