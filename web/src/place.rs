//! Where the user is, to and from the URL hash. Works from a file, needs no server.

use luoxuan::RecordId;

/// Which journal is open. The demonstration has a database of its own and cannot reach the real one.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Book {
    /// The teacher's own journal.
    #[default]
    Own,
    /// The demonstration journal.
    Demo,
}

impl Book {
    /// The name its database and storage keys carry.
    pub const fn name(self) -> &'static str {
        match self {
            Self::Own => "main",
            Self::Demo => crate::keeping::DEMONSTRATION,
        }
    }
}

/// What is on the page.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum View {
    /// 今天: capture, running spirals, this week.
    #[default]
    Today,
    /// 研究线索: all spirals by state, and the problem pool.
    Spirals,
    /// One spiral, at one of its entries if given.
    Spiral(RecordId, Option<RecordId>),
    /// One entry by itself, with its history.
    Entry(RecordId),
    /// What was put in the trash.
    Trash,
    /// 设置.
    Settings,
}

/// Where the user is.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub struct Place {
    /// Which journal.
    pub book: Book,
    /// What is shown of it.
    pub view: View,
}

impl Place {
    /// The place a hash names. An unknown hash is 今天, so that an old link still opens the app.
    pub fn from_hash(hash: &str) -> Self {
        let mut parts = hash
            .trim_start_matches('#')
            .split('/')
            .filter(|part| !part.is_empty())
            .peekable();
        let book = if parts.next_if_eq(&"demo").is_some() {
            Book::Demo
        } else {
            Book::Own
        };
        let name = parts.next();
        let mut id = || parts.next().and_then(|part| part.parse().ok());
        let view = match name {
            Some("spirals") => View::Spirals,
            Some("spiral") => id().map_or(View::Spirals, |spiral| View::Spiral(spiral, id())),
            Some("entry") => id().map_or(View::Today, View::Entry),
            Some("trash") => View::Trash,
            Some("settings") => View::Settings,
            _ => View::Today,
        };
        Self { book, view }
    }

    /// Its hash, with the `#`.
    pub fn hash(self) -> String {
        let book = if self.book == Book::Demo { "/demo" } else { "" };
        match self.view {
            View::Today => format!("#{book}/today"),
            View::Spirals => format!("#{book}/spirals"),
            View::Spiral(spiral, None) => format!("#{book}/spiral/{spiral}"),
            View::Spiral(spiral, Some(entry)) => format!("#{book}/spiral/{spiral}/{entry}"),
            View::Entry(entry) => format!("#{book}/entry/{entry}"),
            View::Trash => format!("#{book}/trash"),
            View::Settings => format!("#{book}/settings"),
        }
    }

    /// The same journal, another view.
    #[must_use]
    pub const fn at(self, view: View) -> Self {
        Self { book: self.book, view }
    }
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn every_place_has_a_hash_that_leads_back() {
        let id = RecordId::from_bytes([9; 16]);
        for book in [Book::Own, Book::Demo] {
            for view in [
                View::Today,
                View::Spirals,
                View::Spiral(id, None),
                View::Spiral(id, Some(id)),
                View::Entry(id),
                View::Trash,
                View::Settings,
            ] {
                let place = Place { book, view };
                assert_eq!(Place::from_hash(&place.hash()), place);
            }
        }
        assert_eq!(
            Place::from_hash("#/spiral/nonsense"),
            Place::default().at(View::Spirals)
        );
        assert_eq!(Place::from_hash(""), Place::default());
    }
}
