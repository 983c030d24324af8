//! The problem check: what makes a starting problem good, and how deep a reflection goes.
//!
//! The first three are the school's own gate: real, meaningful, valuable. The rest follows guides
//! for teacher research. Advice for the writer, never a grade and never a lock.

use super::Words;
use super::words::rubric as words;
use crate::spiral::CheckItem;

/// How much a criterion weighs.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Weight {
    /// The school's gate asks it.
    Must,
    /// Strongly advised.
    Strongly,
    /// Advised.
    Advised,
}

/// One item of the problem check.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub struct Criterion {
    /// Which item.
    pub item: CheckItem,
    /// How much it weighs.
    pub weight: Weight,
    /// What it is called.
    pub name: Words,
    /// The question to ask oneself.
    pub question: Words,
    /// What passing looks like.
    pub good: Words,
    /// What weakness looks like.
    pub weak: Words,
}

/// The twelve items, in order.
pub const RUBRIC: [Criterion; 12] = [
    Criterion {
        item: CheckItem::Real,
        weight: Weight::Must,
        name: words::real::NAME,
        question: words::real::QUESTION,
        good: words::real::GOOD,
        weak: words::real::WEAK,
    },
    Criterion {
        item: CheckItem::Meaningful,
        weight: Weight::Must,
        name: words::meaningful::NAME,
        question: words::meaningful::QUESTION,
        good: words::meaningful::GOOD,
        weak: words::meaningful::WEAK,
    },
    Criterion {
        item: CheckItem::Valuable,
        weight: Weight::Must,
        name: words::valuable::NAME,
        question: words::valuable::QUESTION,
        good: words::valuable::GOOD,
        weak: words::valuable::WEAK,
    },
    Criterion {
        item: CheckItem::Specific,
        weight: Weight::Strongly,
        name: words::specific::NAME,
        question: words::specific::QUESTION,
        good: words::specific::GOOD,
        weak: words::specific::WEAK,
    },
    Criterion {
        item: CheckItem::WithinControl,
        weight: Weight::Strongly,
        name: words::within_control::NAME,
        question: words::within_control::QUESTION,
        good: words::within_control::GOOD,
        weak: words::within_control::WEAK,
    },
    Criterion {
        item: CheckItem::Feasible,
        weight: Weight::Advised,
        name: words::feasible::NAME,
        question: words::feasible::QUESTION,
        good: words::feasible::GOOD,
        weak: words::feasible::WEAK,
    },
    Criterion {
        item: CheckItem::Observable,
        weight: Weight::Strongly,
        name: words::observable::NAME,
        question: words::observable::QUESTION,
        good: words::observable::GOOD,
        weak: words::observable::WEAK,
    },
    Criterion {
        item: CheckItem::Open,
        weight: Weight::Advised,
        name: words::open::NAME,
        question: words::open::QUESTION,
        good: words::open::GOOD,
        weak: words::open::WEAK,
    },
    Criterion {
        item: CheckItem::Unsettled,
        weight: Weight::Advised,
        name: words::unsettled::NAME,
        question: words::unsettled::QUESTION,
        good: words::unsettled::GOOD,
        weak: words::unsettled::WEAK,
    },
    Criterion {
        item: CheckItem::Clear,
        weight: Weight::Advised,
        name: words::clear::NAME,
        question: words::clear::QUESTION,
        good: words::clear::GOOD,
        weak: words::clear::WEAK,
    },
    Criterion {
        item: CheckItem::Ethical,
        weight: Weight::Advised,
        name: words::ethical::NAME,
        question: words::ethical::QUESTION,
        good: words::ethical::GOOD,
        weak: words::ethical::WEAK,
    },
    Criterion {
        item: CheckItem::Linked,
        weight: Weight::Advised,
        name: words::linked::NAME,
        question: words::linked::QUESTION,
        good: words::linked::GOOD,
        weak: words::linked::WEAK,
    },
];

/// The one-sentence frame to offer for a problem.
pub const FRAME: Words = words::FRAME;

/// Four depths of reflection, for the writer's own eyes (after Hatton and Smith's levels; wording ours).
pub const DEPTHS: [(Words, Words); 4] = [
    (words::depths::TOLD, words::depths::TOLD_MEANING),
    (words::depths::REASONS, words::depths::REASONS_MEANING),
    (words::depths::DIALOGUE, words::depths::DIALOGUE_MEANING),
    (words::depths::QUESTIONED, words::depths::QUESTIONED_MEANING),
];
