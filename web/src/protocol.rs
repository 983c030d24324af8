//! What the page and its worker say to each other: one enum of questions, one of answers, and how they are posted.
//!
//! A message is posted as an array: its text as JSON, then the values of the browser's own (bytes, files, handles) that stand
//! in it by their number. The buffers of bytes are handed over, not copied.

use js_sys::{Array, Uint8Array};
use luoxuan::catalog::Language;
use luoxuan::draft::ExportOptions;
use luoxuan::{Author, DeviceId, RecordId, Timestamp};
use serde::{Deserialize, Serialize};
use wasm_bindgen::{JsCast, JsValue};

use crate::taking::{Corrected, Proposed};

/// What the page says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Question {
    /// Lines of revisions, for what is asked next. Not answered.
    Lines(#[serde(with = "carried")] Uint8Array),
    /// A picture, for what is asked next. Not answered.
    Picture(#[serde(with = "carried")] Uint8Array),
    /// Make a backup of a journal, which the worker reads itself; lines handed in before are those that only the page has.
    /// Answered by [`Answer::Backup`].
    Backup(BackupWish),
    /// Write one spiral as Markdown. Answered by [`Answer::Spiral`].
    Spiral {
        /// Which.
        id: RecordId,
        /// In which language its headings are.
        language: Language,
    },
    /// Look into files. Answered by [`Answer::Looked`].
    Look(LookWish),
    /// Give what was found. Before [`Answer::Given`] come pictures and lines; each waits for [`Question::Next`].
    Give,
    /// The page has taken what it was given.
    Next,
    /// Make a Word file of a text. Answered by [`Answer::File`].
    Word(Paper),
    /// Make a web page of a text that needs nothing else. Answered by [`Answer::File`].
    Page(Paper),
    /// Make a growth handbook, a Word file. Answered by [`Answer::File`].
    Handbook {
        /// Of which term; of all years if `None`.
        term: Option<RecordId>,
        /// The language of its headings.
        language: Language,
    },
    /// Read a spreadsheet. Answered by [`Answer::Cells`].
    Cells {
        /// A file or pasted text.
        #[serde(with = "carried")]
        from: JsValue,
        /// The language of what may be said of it.
        language: Language,
    },
    /// Read a sheet of answers. Answered by [`Answer::Proposed`].
    Sheet {
        /// A file or pasted text.
        #[serde(with = "carried")]
        from: JsValue,
        /// The fields of the survey it is for, as JSON.
        survey: String,
        /// The language of what is said of it.
        language: Language,
    },
    /// Propose the sheet as it was corrected. Answered by [`Answer::Proposed`].
    Correct {
        /// What a person corrected.
        corrected: Corrected,
        /// The language of what is said of it.
        language: Language,
    },
    /// Put the sheet into a survey. Answered by [`Answer::Survey`].
    Take {
        /// The survey's fields, as JSON.
        survey: String,
        /// What the short names of new items begin with.
        prefix: String,
    },
}

/// What a backup is to be.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct BackupWish {
    /// The language of the reading copy in it.
    pub language: Language,
    /// The name of the journal's database.
    pub journal: String,
    /// The name of the file.
    pub name: String,
    /// Whether the pictures go with it.
    pub pictures: bool,
    /// Where it goes.
    pub to: Destination,
}

/// Where a backup goes.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Destination {
    /// Back to the page, to be handed on as a download.
    Download,
    /// Into a file the person chose: its `FileSystemFileHandle`.
    File(#[serde(with = "carried")] JsValue),
    /// Into a folder the person chose: its `FileSystemDirectoryHandle`.
    Folder(#[serde(with = "carried")] JsValue),
}

/// Which files to look into, and how.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct LookWish {
    /// The language of what is said of them.
    pub language: Language,
    /// The device that takes notes in.
    pub device: DeviceId,
    /// When it does.
    pub now: Timestamp,
    /// The name of the journal's database.
    pub journal: String,
    /// Whether to read on where a limit stands in the way.
    pub all: bool,
    /// Whether the reading copy is to be taken for notes.
    pub copies: bool,
    /// The files.
    #[serde(with = "carried")]
    pub files: Array,
}

impl LookWish {
    /// Whoever takes them in.
    pub const fn by(&self) -> Author {
        Author {
            device: self.device,
            now: self.now,
        }
    }
}

/// Which text is to be a file.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub struct Paper {
    /// The text.
    pub document: RecordId,
    /// Which version of it, and for whom.
    pub wish: ExportOptions,
    /// The language of what is not the teacher's own words.
    pub language: Language,
}

/// What the worker says.
#[derive(Debug, Clone, Serialize, Deserialize)]
pub enum Answer {
    /// It runs.
    Ready,
    /// How much of the work is done, from 0 to 1. Comes before the answer, any number of times.
    Progress(f64),
    /// There is no answer.
    Refused(Refusal),
    /// A backup is made.
    Backup {
        /// Whether all could be read that is there.
        whole: bool,
        /// The files to be handed on: `Blob`s.
        #[serde(with = "carried")]
        files: Array,
    },
    /// A spiral as Markdown.
    Spiral(String),
    /// What files would bring.
    Looked {
        /// How much of what.
        counts: Counts,
        /// What is missing or could not be read, and why.
        sentences: Vec<String>,
        /// Bytes that could not be read, as they were.
        #[serde(with = "carried")]
        aside: Uint8Array,
    },
    /// A picture that was found.
    Picture(#[serde(with = "carried")] Uint8Array),
    /// Lines of revisions that were found.
    Lines(#[serde(with = "carried")] Uint8Array),
    /// All that was found was given.
    Given,
    /// A file was made.
    File {
        /// What it is called.
        name: String,
        /// What it holds.
        #[serde(with = "carried")]
        bytes: Uint8Array,
        /// What to know before it is handed in; empty if nothing.
        warning: String,
    },
    /// The rows of a spreadsheet, a list of cells each.
    Cells(Vec<Vec<String>>),
    /// What a sheet of answers is taken for.
    Proposed(Proposed),
    /// The fields of a survey, as JSON.
    Survey(String),
}

/// Why there is no answer.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum Refusal {
    /// It could not be done, as the sentence says.
    Said(String),
    /// It may take long or much memory, as the sentence says, and is done if the person says so.
    Hesitates(String),
    /// A backup could not be written.
    NotWritten(NotWritten),
}

impl From<String> for Refusal {
    fn from(why: String) -> Self {
        Self::Said(why)
    }
}

/// Why a backup could not be written.
#[derive(Debug, Clone, PartialEq, Eq, Serialize, Deserialize)]
pub enum NotWritten {
    /// What was read back is not what was written.
    Unverified,
    /// The browser refused: the name of its `DOMException`.
    Browser(String),
}

/// What looking into files counted.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Default, Serialize, Deserialize)]
pub struct Counts {
    /// 新增: revisions and pages the journal does not have.
    pub added: u32,
    /// 已有: those it has.
    pub known: u32,
    /// 损坏: pieces that could not be read.
    pub damaged: u32,
    /// Those of records erased for good; they stay away.
    pub erased: u32,
    /// Records the import says were erased for good, and this journal still has.
    pub erases: u32,
    /// Lines a newer version wrote in a shape this one cannot read.
    pub newer: u32,
    /// Files that are neither lines nor Markdown nor pictures.
    pub unread: u32,
    /// Records of this journal that will show another version.
    pub changes: u32,
    /// Records of this journal that will have two versions side by side, if they cannot be joined.
    pub apart: u32,
    /// Texts that were not read because they are so long.
    pub long: u32,
    /// Pictures that are not here.
    pub pictures: u32,
    /// Files of a reading copy that may be taken for notes.
    pub copies: u32,
    /// Markdown files that say they are a record, and which one cannot be read.
    pub adrift: u32,
    /// Lines that are gone, by what the files say of themselves.
    pub gone: u32,
    /// Whether the files say that they are all that was written, and they are.
    pub whole: bool,
}

/// What can be posted.
pub trait Message: Serialize + for<'de> Deserialize<'de> {
    /// Bytes whose buffers go with it; they are empty here afterwards.
    fn bytes(&self) -> Option<&Uint8Array>;

    /// The message as it is posted, and the buffers that are handed over.
    fn pack(&self) -> (Array, Array) {
        let (text, values) = carried::along(Array::new(), || serde_json::to_string(self));
        // Nothing in a message has a shape that JSON has not.
        values.unshift(&text.unwrap_or_default().into());
        (values, self.bytes().map(Uint8Array::buffer).iter().collect())
    }

    /// Reads what was posted; `None` if it is no such message.
    fn unpack(message: JsValue) -> Option<Self> {
        let values: Array = message.dyn_into().ok()?;
        let text = values.shift().as_string()?;
        carried::along(values, || serde_json::from_str(&text)).0.ok()
    }
}

/// Values of the browser's own in a message: each stands there as its number among those that travel beside the text.
mod carried {
    use std::cell::RefCell;

    use js_sys::Array;
    use serde::de::Error;
    use serde::{Deserialize, Deserializer, Serializer};
    use wasm_bindgen::{JsCast, JsValue};

    thread_local!(static BESIDE: RefCell<Array> = RefCell::default());

    /// Writes or reads a message beside which these values travel, and gives them back.
    pub(super) fn along<T>(values: Array, act: impl FnOnce() -> T) -> (T, Array) {
        BESIDE.replace(values);
        let done = act();
        (done, BESIDE.take())
    }

    pub(super) fn serialize<S: Serializer>(value: &impl AsRef<JsValue>, serializer: S) -> Result<S::Ok, S::Error> {
        let length = BESIDE.with_borrow(|beside| beside.push(value.as_ref()));
        serializer.serialize_u32(length - 1)
    }

    pub(super) fn deserialize<'de, T: JsCast, D: Deserializer<'de>>(deserializer: D) -> Result<T, D::Error> {
        let number = u32::deserialize(deserializer)?;
        let value = BESIDE.with_borrow(|beside| beside.get(number));
        value.dyn_into().map_err(|_| D::Error::custom("another value"))
    }
}

impl Message for Question {
    fn bytes(&self) -> Option<&Uint8Array> {
        match self {
            Self::Lines(bytes) | Self::Picture(bytes) => Some(bytes),
            _ => None,
        }
    }
}

impl Message for Answer {
    fn bytes(&self) -> Option<&Uint8Array> {
        match self {
            Self::Picture(bytes) | Self::Lines(bytes) | Self::File { bytes, .. } => Some(bytes),
            Self::Looked { aside, .. } => Some(aside),
            _ => None,
        }
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use wasm_bindgen_test::wasm_bindgen_test;

    fn carried<M: Message>(message: &M) -> M {
        M::unpack(message.pack().0.into()).expect("a message of this kind")
    }

    #[wasm_bindgen_test]
    fn a_question_arrives_as_it_was_asked() {
        let asked = LookWish {
            language: Language::ZhHant,
            device: DeviceId::from_bytes([7; 16]),
            now: Timestamp::new(1_764_460_800_000, 480),
            journal: "luoxuan".into(),
            all: true,
            copies: false,
            files: Array::of1(&"a file".into()),
        };
        let Question::Look(heard) = carried(&Question::Look(asked.clone())) else {
            panic!("another question");
        };
        assert_eq!(format!("{heard:?}"), format!("{asked:?}"));
        assert_eq!(heard.files.get(0), asked.files.get(0));
    }

    #[wasm_bindgen_test]
    fn a_question_without_words_arrives_too() {
        assert!(matches!(carried(&Question::Give), Question::Give));
        let paper = Paper {
            document: RecordId::from_bytes([3; 16]),
            wish: ExportOptions {
                version: None,
                anonymous: true,
                loose_leaf: false,
            },
            language: Language::En,
        };
        let Question::Word(heard) = carried(&Question::Word(paper.clone())) else {
            panic!("another question");
        };
        assert_eq!((heard.document, heard.wish), (paper.document, paper.wish));
    }

    #[wasm_bindgen_test]
    fn an_answer_arrives_with_its_bytes() {
        let counts = Counts {
            added: 1,
            adrift: u32::MAX,
            ..Counts::default()
        };
        let answer = Answer::Looked {
            counts,
            sentences: vec!["第 2 份读不出来".into()],
            aside: Uint8Array::from([1, 2, 3].as_slice()),
        };
        assert_eq!(answer.pack().1.length(), 1, "one buffer is handed over");
        let Answer::Looked {
            counts: heard,
            sentences,
            aside,
        } = carried(&answer)
        else {
            panic!("another answer");
        };
        assert_eq!((heard, sentences.len(), aside.to_vec()), (counts, 1, vec![1, 2, 3]));
    }

    #[wasm_bindgen_test]
    fn what_is_no_message_is_none() {
        assert!(Question::unpack(JsValue::NULL).is_none());
        assert!(Question::unpack("lines".into()).is_none());
        assert!(Answer::unpack(Array::of1(&"done".into()).into()).is_none());
    }
}
