//! A survey, and the sheet of answers it takes in.

use crate::access::settled;
use crate::teacher::Teacher;

impl Teacher {
    /// Makes an empty survey.
    pub(crate) fn makes_a_survey(&self) {
        self.opens("#/texts");
        settled(self);
        self.clicks("新做一个调查");
        self.sees("答卷表");
    }

    /// Pastes rows where a sheet comes in, of answers or of records, and has them read.
    pub(crate) fn pastes_a_sheet(&self, rows: &str) {
        self.goes_to("把表格贴在这里");
        self.pastes(rows);
        self.clicks("读这些");
    }
}
