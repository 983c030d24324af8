//! Where the user is, to and from the URL hash. Works from a file, needs no server.

use luoxuan::{Document, Index, Record, RecordId, Spiral, Survey};

use crate::browser::storage;

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
    pub fn name(self) -> String {
        match self {
            Self::Own => storage::journal().unwrap_or_else(|| "main".into()),
            Self::Demo => crate::keeping::DEMONSTRATION.into(),
        }
    }
}

/// What is done with a text.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default)]
pub enum Tab {
    /// 写: its sections, with what the journal has for each.
    #[default]
    Write,
    /// 通读: all of it on one page.
    Read,
    /// 检查: what to look at before it is handed in.
    Check,
    /// 稿次: its versions.
    Versions,
    /// 交稿: Word, print and the other ways out.
    Out,
}

impl Tab {
    /// All of them, in order.
    pub const ALL: [Self; 5] = [Self::Write, Self::Read, Self::Check, Self::Versions, Self::Out];

    /// The word in the address.
    pub const fn word(self) -> &'static str {
        match self {
            Self::Write => "write",
            Self::Read => "read",
            Self::Check => "check",
            Self::Versions => "versions",
            Self::Out => "out",
        }
    }
}

/// The name of a kind of records, short enough to be part of a place.
#[derive(Debug, Clone, Copy, PartialEq, Eq)]
pub struct KindName {
    bytes: [u8; 32],
    length: u8,
}

impl KindName {
    /// A name; `None` if no kind can be called so.
    pub fn new(name: &str) -> Option<Self> {
        let mut bytes = [0; 32];
        let plain = name.bytes().all(|byte| byte.is_ascii_alphanumeric() || byte == b'_');
        let room = bytes.get_mut(..name.len()).filter(|_| plain && !name.is_empty())?;
        room.copy_from_slice(name.as_bytes());
        let length = u8::try_from(name.len()).ok()?;
        Some(Self { bytes, length })
    }

    /// It as text.
    pub fn as_str(&self) -> &str {
        let bytes = self.bytes.get(..usize::from(self.length)).unwrap_or_default();
        std::str::from_utf8(bytes).unwrap_or_default()
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
    /// 文稿: all texts and surveys; choosing what to make of a spiral, if one is given.
    Texts(Option<RecordId>),
    /// One text, and what is done with it.
    Text(RecordId, Tab),
    /// One survey.
    Survey(RecordId),
    /// 档案: what is written down around the spirals; the records of one kind.
    Records(Option<KindName>),
    /// One of them.
    Record(RecordId),
    /// What was put in the trash.
    Trash,
    /// 设置.
    Settings,
}

impl View {
    /// Where a record is shown, whatever it is: an entry in its spiral, evidence and values where what they rest on stands.
    /// `None` if it is not there, or stands nowhere.
    pub fn of(index: &Index, record: RecordId) -> Option<Self> {
        let resting = |spiral: Option<RecordId>, on: Option<RecordId>| {
            let entry = on.filter(|on| index.entry(*on).is_some());
            let of_spiral = spiral.map(|spiral| Self::Spiral(spiral, entry));
            // Evidence rests on records around the spirals too.
            of_spiral.or(entry.map(Self::Entry)).or(on.map(Self::Record))
        };
        if index.entry(record).is_some() {
            return resting(index.spiral_of(record), Some(record));
        }
        if let Some(evidence) = index.evidence(record) {
            return resting(evidence.spiral, evidence.entries.first().copied());
        }
        if let Some(measure) = index.measure(record) {
            return resting(measure.spiral, measure.entry);
        }
        Some(match index.head(record)?.content().kind().as_ref() {
            Spiral::KIND => Self::Spiral(record, None),
            Document::KIND => Self::Text(record, Tab::default()),
            Survey::KIND => Self::Survey(record),
            _ => Self::Record(record),
        })
    }
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
            Some("texts") => View::Texts(id()),
            Some("text") => id().map_or(View::Texts(None), |text| {
                let word = parts.next();
                let side = Tab::ALL.into_iter().find(|side| Some(side.word()) == word);
                View::Text(text, side.unwrap_or_default())
            }),
            Some("survey") => id().map_or(View::Texts(None), View::Survey),
            Some("records") => View::Records(parts.next().and_then(KindName::new)),
            Some("record") => id().map_or(View::Records(None), View::Record),
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
            View::Texts(None) => format!("#{book}/texts"),
            View::Texts(Some(spiral)) => format!("#{book}/texts/{spiral}"),
            View::Text(text, side) => format!("#{book}/text/{text}/{}", side.word()),
            View::Survey(survey) => format!("#{book}/survey/{survey}"),
            View::Records(None) => format!("#{book}/records"),
            View::Records(Some(kind)) => format!("#{book}/records/{}", kind.as_str()),
            View::Record(record) => format!("#{book}/record/{record}"),
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
    use wasm_bindgen_test::wasm_bindgen_test;

    #[wasm_bindgen_test]
    fn every_place_has_a_hash_that_leads_back() {
        let id = RecordId::from_bytes([9; 16]);
        for book in [Book::Own, Book::Demo] {
            for view in [
                View::Today,
                View::Spirals,
                View::Spiral(id, None),
                View::Spiral(id, Some(id)),
                View::Entry(id),
                View::Texts(None),
                View::Texts(Some(id)),
                View::Text(id, Tab::Write),
                View::Text(id, Tab::Read),
                View::Text(id, Tab::Out),
                View::Survey(id),
                View::Records(None),
                View::Records(KindName::new("contest_entry")),
                View::Records(KindName::new(&id.to_string())),
                View::Record(id),
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
