//! The spiral, derived: turns, states, next steps, hints and the problem check.
//!
//! Nothing here is stored. Whatever order entries were written in, and whichever device wrote them,
//! the same entries give the same turns.

mod check;
mod drawing;
mod facts;
mod hints;
mod moves;
mod svg;
mod turns;

#[cfg(test)]
mod tests;

pub use check::{Assessment, CheckContext, CheckItem, Reason, Verdict, check_problem};
pub use drawing::{Dot, Drawing, TurnArc, draw};
pub use hints::{Hint, Rule, hints};
pub use moves::{Move, Next, begin, decide, next, whole};
pub use turns::{Step, Turn, TurnState, next_step, turns};
