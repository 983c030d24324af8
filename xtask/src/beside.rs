//! Programs that run beside the steps.

use std::fs::{self, File};
use std::path::PathBuf;
use std::process::{Child, Command};

use crate::outcome::Outcome;
use crate::shell::target;
use crate::tally::Tally;

/// A program that runs beside the steps. What it says is kept until somebody waits for it, so that two do not speak at
/// once.
pub(crate) struct Beside {
    child: Child,
    said: PathBuf,
}

impl Beside {
    /// Starts it. Of one name there is one at a time.
    pub(crate) fn begin(name: &str, command: &mut Command) -> Outcome<Self> {
        let said = target().join(format!("{name}.log"));
        let failed = |error: std::io::Error| format!("{}: {error}", said.display());
        fs::create_dir_all(target()).map_err(failed)?;
        let log = File::create(&said).map_err(failed)?;
        let errors = log.try_clone().map_err(failed)?;
        let child = command.stdout(log).stderr(errors).spawn();
        let child = child.map_err(|error| format!("{name}: {error}"))?;
        Ok(Self { child, said })
    }

    /// Waits for its end, says what it said, and counts the test results in it.
    pub(crate) fn wait(mut self, tally: &mut Tally) -> Outcome {
        let status = self.child.wait().map_err(|error| error.to_string())?;
        let said = fs::read(&self.said).unwrap_or_default();
        for line in String::from_utf8_lossy(&said).lines() {
            println!("{line}");
            tally.read(line);
        }
        if status.success() {
            Ok(())
        } else {
            Err(format!("ended with {status}"))
        }
    }
}

/// Whoever stops waiting for it does not want it.
impl Drop for Beside {
    fn drop(&mut self) {
        // Neither fails but for a program that has ended.
        let _ = self.child.kill();
        let _ = self.child.wait();
    }
}
