//! The moves of an experience summary: their names, and what is told of each.

use super::items::Item;
use super::sections::has_figure;
use super::words::{AIMS, EXAMPLES, NEW, RESULTS, TRANSFER, holds};
use super::{CheckContext, DiagnosticCode};
use crate::text::count;

/// Fewest and most moves that are easily kept in mind.
const MOVES: std::ops::RangeInclusive<usize> = 2..=5;

/// Names that differ by more than this are not parallel: the longest three times the shortest, and so many longer.
const UNEVEN: (usize, usize) = (3, 8);

/// Something a reader looks for in every move: whether its text has it.
type Told = fn(&str) -> bool;

/// What a reader looks for in every move, and what it is called when it is missing.
const TOLD: [(DiagnosticCode, Told); 3] = [
    (DiagnosticCode::MoveWithoutExample, |text| {
        has_figure(text) || holds(text, EXAMPLES)
    }),
    (DiagnosticCode::MoveWithoutAim, |text| holds(text, AIMS)),
    (DiagnosticCode::MoveWithoutResult, |text| {
        has_figure(text) || holds(text, RESULTS)
    }),
];

impl CheckContext<'_> {
    pub(super) fn moves(&mut self) {
        let moves = self.items("moves");
        if !moves.is_empty() && !MOVES.contains(&moves.len()) {
            self.find_in(DiagnosticCode::MovesCount, "moves", &[("n", &moves.len())]);
        }
        self.names(&moves);
        for (fault, told) in TOLD {
            let lacking = moves
                .iter()
                .filter(|item| !item.heading.is_empty() && !told(&item.text));
            let lacking: Vec<_> = lacking.collect();
            // One sentence for all of them, at the first.
            if let Some(first) = lacking.first() {
                let names: Vec<_> = lacking.iter().map(|item| item.heading.as_str()).collect();
                self.find(fault, first.place.clone(), &[("names", &names.join("、"))]);
            }
        }
        let told = ["moves", "lessons", "open"].map(|name| self.printed(name)).join("\n");
        let is_told = self.length.of("moves") > 0 && self.length.of("lessons") > 0;
        if is_told && !holds(&told, NEW) {
            self.find_in(DiagnosticCode::NothingNew, "moves", &[]);
        }
        if is_told && !holds(&told, TRANSFER) {
            self.find_in(DiagnosticCode::NoTransfer, "lessons", &[]);
        }
    }

    /// Names that tell only when, names that overlap, names that are not parallel.
    fn names(&mut self, moves: &[Item]) {
        let named: Vec<_> = moves.iter().filter(|item| !item.heading.is_empty()).collect();
        for item in &named {
            if is_stage(&item.heading) {
                self.find(
                    DiagnosticCode::StageHeading,
                    item.place.clone(),
                    &[("heading", &item.heading)],
                );
            }
        }
        for (at, item) in named.iter().enumerate() {
            let earlier = named.get(..at).unwrap_or_default();
            let same = earlier.iter().find(|other| overlap(&other.heading, &item.heading));
            if let Some(other) = same {
                self.find(
                    DiagnosticCode::SameHeadings,
                    item.place.clone(),
                    &[("a", &other.heading), ("b", &item.heading)],
                );
            }
        }
        let long = |item: &&&Item| count(&item.heading).words;
        let (shortest, longest) = (named.iter().min_by_key(long), named.iter().max_by_key(long));
        if let (Some(shortest), Some(longest)) = (shortest, longest) {
            let (least, most) = (long(&shortest), long(&longest));
            if most >= least * UNEVEN.0 && most >= least + UNEVEN.1 {
                self.find(
                    DiagnosticCode::UnevenHeadings,
                    longest.place.clone(),
                    &[("a", &shortest.heading), ("b", &longest.heading)],
                );
            }
        }
    }
}

/// Whether a name tells only when something was done: 第一阶段, 准备阶段, 第2轮.
fn is_stage(heading: &str) -> bool {
    let stage = [
        "阶段", "階段", "步骤", "步驟", "轮", "輪", "步", "次", "周", "週", "学期", "學期",
    ];
    let rest = stage.iter().find_map(|word| heading.strip_suffix(word));
    let order = |rest: &str| {
        let rest = rest.trim_start_matches("第").trim();
        let figures = |sign: char| sign.is_ascii_digit() || "一二三四五六七八九十".contains(sign);
        let names = [
            "准备", "準備", "实施", "實施", "总结", "總結", "起始", "推进", "推進", "前期", "中期", "后期", "後期",
        ];
        !rest.is_empty() && rest.chars().all(figures) || names.contains(&rest)
    };
    rest.is_some_and(order)
}

/// Whether one name says what the other says.
fn overlap(a: &str, b: &str) -> bool {
    let (short, long) = if a.len() < b.len() { (a, b) } else { (b, a) };
    short.chars().count() > 1 && long.contains(short)
}
