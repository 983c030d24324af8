//! The spiral, derived: turns, states, next steps, hints and the problem check.
//!
//! Nothing here is stored. Whatever order entries were written in, and whichever device wrote them,
//! the same entries give the same turns.

mod turns;

pub use turns::{Step, Turn, TurnState, next_step, turns};
