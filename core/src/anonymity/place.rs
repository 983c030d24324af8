//! Where in a text something tells who wrote it.

/// Where something was found.
#[derive(Debug, Clone, PartialEq, Eq, Hash)]
pub enum Place {
    /// In the title or the subtitle.
    Title,
    /// Under the title.
    Byline,
    /// In the abstract.
    Summary,
    /// Among the keywords.
    Keywords,
    /// In a section, by its name, and in which of its passages; `None` for its heading.
    Section(String, Option<usize>),
    /// In a reference of the list, from 0.
    Reference(usize),
    /// In the corner of the first page or above the pages.
    Margin,
    /// In the file's name.
    FileName,
}
