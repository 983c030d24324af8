//! A spiral, from the problem it begins with, and the evidence of its entries.

use crate::teacher::Teacher;

impl Teacher {
    /// Makes the problem that is open the first of a spiral.
    pub(crate) fn begins_a_spiral(&self) {
        self.clicks("从这个问题开始一条研究线索");
        self.sees("第 1 轮");
    }

    /// Adds a piece of evidence to the entry that is being changed; which of the boxes are its own: the new one is the one
    /// that says nothing yet, wherever it stands.
    pub(crate) fn adds_evidence(&self) -> i32 {
        self.clicks("加证据");
        self.first_empty("说明")
    }
}
