//! `cargo xtask bench`: what takes how long, each against something people use for the same, run beside it.

use crate::shell::{cargo, run};
use crate::{Outcome, setup};

/// Measures making a Word file against pandoc.
pub(crate) fn word() -> Outcome {
    let pandoc = setup::pandoc()?;
    let arguments = ["bench", "--quiet", "-p", "luoxuan-tests", "--bench", "word", "--"];
    run(cargo().args(arguments).arg(pandoc))
}
