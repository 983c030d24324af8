//! 今天: the box that has the cursor when the app opens.

use crate::teacher::Teacher;

impl Teacher {
    /// Writes an entry and sees that it is on the disk.
    pub(crate) fn writes_an_entry(&self, text: &str) {
        self.waits_for_the_cursor();
        self.types(text);
        self.keeps_it();
    }

    /// Ends what is being written, and sees that it is on the disk.
    pub(crate) fn keeps_it(&self) {
        self.presses("Ctrl Enter");
        self.sees_it_kept();
    }

    /// Opens the entry that was just written, to change it.
    pub(crate) fn opens_to_change(&self) {
        self.clicks("打开");
        self.clicks("修改");
    }
}
