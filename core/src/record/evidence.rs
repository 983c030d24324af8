//! Evidence: what an entry rests on, and how it is known.

use super::{part, record, words};
use crate::id::{BlobId, RecordId};
use crate::time::Date;

words! {
    /// How a piece of evidence is known. Part of the moral core: a reader can tell what was seen
    /// from what was told.
    pub enum HowKnown {
        /// 亲眼看到.
        #[default]
        Seen = "seen",
        /// 数过.
        Counted = "counted",
        /// 学生作品.
        PupilWork = "pupil_work",
        /// 听人说.
        Told = "told",
        /// 事后回忆.
        Remembered = "remembered",
    }
}

words! {
    /// What a piece of evidence is.
    pub enum EvidenceKind {
        /// 观察记录.
        #[default]
        Observation = "observation",
        /// 计数.
        Tally = "tally",
        /// 学生作品.
        PupilWork = "pupil_work",
        /// 照片.
        Photo = "photo",
        /// 录音录像.
        Recording = "recording",
        /// 访谈.
        Interview = "interview",
        /// 问卷.
        Questionnaire = "questionnaire",
        /// 测验成绩.
        Test = "test",
        /// 等级评定.
        Rating = "rating",
        /// 文本资料.
        Document = "document",
        /// 他人反馈.
        Feedback = "feedback",
        /// 阅读摘录.
        Reading = "reading",
    }
}

words! {
    /// Who may see a record: a note to the teacher and to every export, not a lock. What nobody here understands
    /// is for nobody else.
    pub enum Privacy else Own {
        /// 可公开.
        #[default]
        Public = "public",
        /// 组内.
        Group = "group",
        /// 仅自己.
        Own = "own",
        /// 含可识别学生: must be dealt with before anything leaves.
        Identifiable = "identifiable",
    }
}

impl Privacy {
    /// Whether a draft leaves it out: what is for the teacher's eyes, or shows a pupil, enters a text only by hand.
    pub const fn is_held_back(self) -> bool {
        matches!(self, Self::Own | Self::Identifiable)
    }
}

part! {
    /// A file kept beside the journal, by the hash of its bytes.
    pub struct BlobRef {
        /// BLAKE3 of the bytes.
        pub id: BlobId = needed,
        /// Media type: `image/jpeg`, `image/png`, `image/webp` or `image/gif`.
        pub media: String = always,
        /// Size in bytes.
        pub size: u64 = always,
        /// Width in pixels, for pictures.
        pub width: u32 = always,
        /// Height in pixels, for pictures.
        pub height: u32 = always,
    }
}

record! {
    /// A piece of evidence attached to one or more entries.
    pub struct Evidence = "evidence" {
        /// The spiral it belongs to.
        pub spiral: Option<RecordId>,
        /// The entries that rest on it.
        pub entries: Vec<RecordId>,
        /// What it is.
        pub sort: EvidenceKind,
        /// How it is known.
        pub known: HowKnown,
        /// What a reader needs to know to read it.
        pub caption: String,
        /// Its text, if it has one: the quote, the note, the count in words.
        pub text: String,
        /// The day it is from.
        pub on: Option<Date>,
        /// The picture.
        pub blob: Option<BlobRef>,
        /// Further pictures of the same thing, shown beside the first.
        pub further: Vec<BlobRef>,
        /// Who may see it.
        pub privacy: Privacy,
        /// What it came from around the spirals, such as a meeting.
        pub origin: Option<RecordId>,
    }
}

impl Evidence {
    /// Its pictures, the first one first.
    pub fn pictures(&self) -> impl Iterator<Item = &BlobRef> {
        self.blob.iter().chain(&self.further)
    }

    /// Adds a picture behind those it has; one it has already is not added twice.
    ///
    /// ```
    /// use luoxuan::record::BlobRef;
    /// use luoxuan::{BlobId, Evidence};
    /// let picture = |bytes: &[u8]| BlobRef {
    ///     id: BlobId::of(bytes),
    ///     media: "image/jpeg".into(),
    ///     size: 1,
    ///     width: 4,
    ///     height: 3,
    ///     other: serde_json::Map::new(),
    /// };
    /// let mut evidence = Evidence::default();
    /// for bytes in [b"a", b"b", b"a"] {
    ///     evidence.add_picture(picture(bytes));
    /// }
    /// assert_eq!(evidence.pictures().count(), 2);
    /// evidence.drop_picture(BlobId::of(b"a"));
    /// assert_eq!(evidence.blob, Some(picture(b"b")));
    /// ```
    pub fn add_picture(&mut self, picture: BlobRef) {
        if self.pictures().any(|own| own.id == picture.id) {
            return;
        }
        match &self.blob {
            None => self.blob = Some(picture),
            Some(_) => self.further.push(picture),
        }
    }

    /// Takes a picture out; the next one stands in its place.
    pub fn drop_picture(&mut self, id: BlobId) {
        self.further.retain(|own| own.id != id);
        if self.blob.as_ref().is_some_and(|own| own.id == id) {
            self.blob = (!self.further.is_empty()).then(|| self.further.remove(0));
        }
    }
}

record! {
    /// One value of an indicator: `count` of `of`, or a mean over `of`.
    pub struct Measure = "measure" {
        /// The spiral whose indicator it is.
        pub spiral: Option<RecordId>,
        /// The indicator's short name in that spiral.
        pub indicator: String,
        /// The day it was counted.
        pub on: Option<Date>,
        /// How many did.
        pub count: Option<u32>,
        /// Out of how many. A percentage is never shown without it.
        pub of: Option<u32>,
        /// A mean or another single figure, where nothing is counted.
        pub figure: Option<f64>,
        /// The entry that reports it.
        pub entry: Option<RecordId>,
        /// Anything a reader must know, such as a changed rule.
        pub note: String,
    }
}

impl Measure {
    /// The share in percent, if it is a count out of a base that is not zero.
    pub fn percent(&self) -> Option<f64> {
        match (self.count, self.of) {
            (Some(count), Some(of)) if of > 0 => Some(f64::from(count) * 100.0 / f64::from(of)),
            _ => None,
        }
    }

    /// The figure to draw: the share in percent, the count, or the mean.
    pub fn value(&self) -> Option<f64> {
        self.percent().or(self.count.map(f64::from)).or(self.figure)
    }
}
