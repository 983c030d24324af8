//! A share against an earlier one.

use super::caution::MANY;
use super::figure::tenths;
use super::finding::{capital, real};
use super::share::Share;
use super::table::{caption, literal, say, table};
use crate::catalog::{Language, fill, words::figure, words::survey::said};
use crate::chart::{Chart, ChartKind};

/// How a share has changed between two surveys or two counts: in people, and in percentage points.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub struct Change {
    /// What was counted: 有焦点.
    pub name: String,
    /// When the earlier count was, in words: 2025年10月9日.
    pub then: String,
    /// When the later one was.
    pub now: String,
    /// The earlier count.
    pub before: Share,
    /// The later one.
    pub after: Share,
}

impl Change {
    /// It as a sentence; `None` where a base is missing.
    ///
    /// ```
    /// use luoxuan::catalog::Language;
    /// use luoxuan::survey::{Change, Share};
    /// let change = Change {
    ///     name: "有焦点".into(),
    ///     then: "2025年10月9日".into(),
    ///     now: "2025年11月6日".into(),
    ///     before: Share { count: 6, of: 42 },
    ///     after: Share { count: 22, of: 42 },
    /// };
    /// assert_eq!(
    ///     change.sentence(Language::ZhHans).as_deref(),
    ///     Some("在42人中，22人（52.4%）选“有焦点”，与2025年10月9日的6人（14.3%）相比，增加16人（38.1个百分点）。")
    /// );
    /// ```
    pub fn sentence(&self, language: Language) -> Option<String> {
        let points = self.after.points_since(self.before)?;
        let points = points.trim_start_matches(['+', '−']);
        let same = self.before.of == self.after.of;
        let wide = |a: u64, b: u64| u128::from(a).saturating_mul(b.into());
        let grown = wide(self.after.count, self.before.of).cmp(&wide(self.before.count, self.after.of));
        let piece = match (grown, same) {
            (std::cmp::Ordering::Equal, _) => figure::SAME,
            (std::cmp::Ordering::Greater, true) => figure::MORE,
            (std::cmp::Ordering::Less, true) => figure::FEWER,
            (std::cmp::Ordering::Greater, false) => figure::MORE_POINTS,
            (std::cmp::Ordering::Less, false) => figure::FEWER_POINTS,
        };
        let unit = say(said::PERSON, language, &[]);
        let moved = self.after.count.abs_diff(self.before.count);
        let change = fill(piece.in_(language), &[("d", &moved), ("dp", &points), ("unit", &unit)]);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("k", &self.after.count),
            ("p", &self.after.percent()),
            ("choice", &literal(&self.name)),
        ];
        let few = self.after.of < MANY;
        let chose = say(if few { said::CHOSE_FEW } else { said::CHOSE_MANY }, language, slots);
        let frame = if few { said::IN_FEW } else { said::IN_MANY };
        let said = say(frame, language, &[("n", &self.after.of), ("said", &chose)]);
        let slots: &[(&str, &dyn std::fmt::Display)] = &[
            ("when", &self.then),
            ("k0", &self.before.count),
            ("p0", &self.before.percent()),
            ("n0", &self.before.of),
            ("change", &change),
        ];
        let since = say(if same { said::SINCE } else { said::SINCE_OTHER }, language, slots);
        Some(capital(said + &since + &say(said::STOP, language, &[]), language))
    }

    /// It as a Markdown table; `None` where a base is missing.
    pub fn table(&self, language: Language) -> Option<String> {
        let points = self.after.points_since(self.before)?;
        let heads = [said::TIME, said::PEOPLE, said::PERCENT, said::POINTS].map(|head| say(head, language, &[]));
        let heads: Vec<&str> = heads.iter().map(String::as_str).collect();
        let share = |share: Share| format!("{}/{}", share.count, share.of);
        let row =
            |when: &str, it: Share, points: &str| vec![when.to_owned(), share(it), it.percent(), points.to_owned()];
        let rows = [row(&self.then, self.before, "–"), row(&self.now, self.after, &points)];
        let n = if self.before.of == self.after.of {
            self.after.of
        } else {
            0
        };
        Some(table(&caption(&self.name, n, language), &heads, &rows, ""))
    }

    /// It as two columns.
    pub fn chart(&self, language: Language) -> Chart {
        let percent = |share: Share| {
            let permille = share.permille();
            tenths(permille).parse().unwrap_or_else(|_| real(permille))
        };
        let named = |when: &str, of: u64| say(said::DRAWN, language, &[("name", &when), ("n", &of)]);
        Chart {
            kind: ChartKind::Column,
            caption: self.name.clone(),
            unit: "%".into(),
            series: vec![self.name.clone()],
            rows: vec![
                (named(&self.then, self.before.of), vec![Some(percent(self.before))]),
                (named(&self.now, self.after.of), vec![Some(percent(self.after))]),
            ],
        }
    }
}
