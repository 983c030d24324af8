//! What test runners count.

/// What the test runners counted, and how many steps failed without counting anything.
#[derive(Debug, Default, PartialEq, Eq)]
pub(crate) struct Tally {
    pub(crate) passed: usize,
    pub(crate) failed: usize,
    /// What tests said they have shown: a row of a table each.
    pub(crate) proved: Vec<String>,
    /// The names of tests that were played.
    pub(crate) played: Vec<String>,
    /// The names of those that failed.
    pub(crate) broken: Vec<String>,
}

impl Tally {
    /// Adds what a line of a test runner's output counts, if it is a summary, and what a test has shown.
    pub(crate) fn read(&mut self, line: &str) {
        if let Some((_, row)) = line.split_once("proved: ") {
            self.proved.push(row.trim().to_owned());
        }
        if let Some((name, outcome)) = line.strip_prefix("test ").and_then(|rest| rest.split_once(" ... ")) {
            self.played.push(name.to_owned());
            if outcome == "FAILED" {
                self.broken.push(name.to_owned());
            }
        }
        let Some(rest) = line.trim().strip_prefix("test result:") else {
            return;
        };
        let count = |word: &str| -> usize {
            let parts = rest.split([';', '.']).map(str::trim);
            parts
                .filter_map(|part| part.strip_suffix(word)?.trim().parse::<usize>().ok())
                .sum()
        };
        self.passed += count("passed");
        self.failed += count("failed");
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn what_runners_count_is_added_up() {
        let mut tally = Tally::default();
        tally.read("test result: ok. 23 passed; 0 failed; 1 ignored; 0 measured; 0 filtered out; finished in 0.12s");
        tally.read("test result: FAILED. 1 passed; 2 failed; 0 ignored");
        tally.read("test a ... ok");
        tally.read("test kill::a ... FAILED");
        tally.read("test kill::b ... proved: T01 | what | came");
        let wanted = Tally {
            passed: 24,
            failed: 2,
            proved: vec!["T01 | what | came".into()],
            played: vec!["a".into(), "kill::a".into(), "kill::b".into()],
            broken: vec!["kill::a".into()],
        };
        assert_eq!(tally, wanted);
    }
}
