//! What a judge looks for in an improvement case: a scene after, a measure for each cause, a fair comparison.

use std::collections::BTreeSet;

use super::case::spoken;
use super::numbers::numbers;
use super::sections::has_figure;
use super::words::{AGAINST, REASONS, first, holds};
use super::{CheckContext, DiagnosticCode};

impl CheckContext<'_> {
    pub(super) fn change(&mut self) {
        let (diagnosis, redesign) = (self.printed("diagnosis"), self.printed("redesign"));
        let effect = self.printed("effect");
        let has_scene = spoken(&redesign) > 0 || holds(&redesign, "改进后|改進後") || spoken(&effect) > 0;
        if !redesign.trim().is_empty() && !has_scene {
            self.find_in(DiagnosticCode::NoSceneAfter, "redesign", &[]);
        }
        let causes = causes(&self.markdown("diagnosis"));
        if causes > 1 && !redesign.trim().is_empty() && self.measures() < causes {
            self.find_in(DiagnosticCode::CausesUnmet, "redesign", &[("n", &causes)]);
        }
        if has_figure(&effect) && !holds(&effect, AGAINST) {
            self.find_in(DiagnosticCode::NoComparison, "effect", &[]);
        }
        let (before, after) = (units(&diagnosis), units(&effect));
        if !before.is_empty() && !after.is_empty() && before.is_disjoint(&after) {
            let named = |units: &BTreeSet<char>| units.iter().map(char::to_string).collect::<Vec<_>>().join("、");
            self.find_in(
                DiagnosticCode::OtherMeasure,
                "effect",
                &[("a", &named(&before)), ("b", &named(&after))],
            );
        }
    }

    /// The Markdown of a section.
    fn markdown(&self, section: &str) -> String {
        let texts = self.passages(section).iter().map(|passage| passage.text.as_str());
        texts.collect::<Vec<_>>().join("\n")
    }

    /// How many measures the redesign tells apart: by headings, by numbers, or in a list behind a colon.
    fn measures(&self) -> usize {
        let text = self.markdown("redesign");
        let listed = crate::text::sentences(&text).filter_map(|sentence| {
            let (lead, list) = sentence.split_once(['：', ':'])?;
            let is_lead =
                lead.chars().count() < 12 && holds(lead, "思路|措施|做法|改进|改進|策略|办法|辦法|measures|steps");
            is_lead.then(|| list.matches(['、', ',', '，', '；']).count() + 1)
        });
        let listed = listed.max().unwrap_or_default();
        let highest = numbers(&text).into_iter().map(|number| number.value).max();
        let highest = highest
            .and_then(|value| usize::try_from(value).ok())
            .unwrap_or_default();
        self.items("redesign").len().max(listed).max(highest)
    }
}

/// How many causes a diagnosis says it has: 归因有三, or the numbers behind 原因.
fn causes(text: &str) -> usize {
    let Some((_, to)) = first(text, REASONS) else { return 0 };
    let rest = text.get(to..).unwrap_or_default();
    let lead: String = rest
        .chars()
        .take_while(|sign| !matches!(sign, '：' | ':' | '。' | '\n'))
        .take(8)
        .collect();
    let named = "二三四五".chars().zip(2_usize..).chain("2345".chars().zip(2..));
    let said = named
        .filter(|(sign, _)| lead.contains(*sign))
        .map(|(_, value)| value)
        .max();
    let highest = numbers(rest).into_iter().map(|number| number.value).max();
    let highest = highest.and_then(|value| usize::try_from(value).ok());
    said.into_iter().chain(highest).max().unwrap_or_default()
}

/// What figures of a text count: the unit behind each.
fn units(text: &str) -> BTreeSet<char> {
    let known = "人名位本篇份条條组組分字次题題处處";
    let characters: Vec<_> = text.chars().collect();
    let behind = characters.windows(2).filter_map(|pair| match pair {
        [figure, unit] if figure.is_ascii_digit() && known.contains(*unit) => Some(*unit),
        _ => None,
    });
    behind
        .map(|unit| match unit {
            '名' | '位' => '人',
            '條' => '条',
            '組' => '组',
            '題' => '题',
            '處' => '处',
            unit => unit,
        })
        .collect()
}
