//! The document (文稿): a text on its way from the spiral to the reader.

use std::collections::BTreeMap;

use super::{Reference, part, record, words};
use crate::id::{RecordId, RevisionId};

words! {
    /// What a document is: one of the [three text types](TextType::THREE) (三类文体), or of their neighbours.
    pub enum TextType {
        /// 经验总结: a practice that works, offered for reuse.
        #[default]
        Experience = "experience",
        /// 专题调查: how something stands, in counts and opinions.
        Survey = "survey",
        /// 教学改进案例: one lesson or task, before and after.
        ImprovementCase = "improvement_case",
        /// 教学反思: after a lesson or a unit.
        TeachingReflection = "teaching_reflection",
        /// 教学案例: one true event that holds a problem; it need not have a before and an after.
        TeachingCase = "teaching_case",
        /// 课例研究: one lesson, taught twice by a group.
        LessonStudy = "lesson_study",
        /// 读书心得.
        ReadingNotes = "reading_notes",
        /// 教学叙事: a true episode with a turning point.
        Narrative = "narrative",
        /// 行动研究报告: a spiral, turn by turn.
        ActionResearch = "action_research_report",
        /// 课题申报书.
        Application = "application",
        /// 结题报告.
        FinalReport = "final_report",
        /// 观课记录.
        LessonObservation = "lesson_observation",
        /// 教研活动记录.
        GroupMeeting = "group_meeting",
        /// 工作总结: a term, by its activities.
        TermReport = "term_report",
    }
}

impl TextType {
    /// 三类文体: the three a school asks for, of which readiness, chooser and the school’s setting speak.
    pub const THREE: [Self; 3] = [Self::Experience, Self::Survey, Self::ImprovementCase];
}

words! {
    /// How far a document has come. Only the teacher changes it.
    pub enum DocumentState {
        /// 选题: choosing what to write about.
        #[default]
        Choosing = "choosing",
        /// 提纲.
        Outline = "outline",
        /// 初稿.
        FirstDraft = "first_draft",
        /// 互读: colleagues read it.
        PeerReading = "peer_reading",
        /// 修改.
        Revising = "revising",
        /// 定稿.
        Final = "final",
        /// 已用: entered for a contest, published or filed.
        Used = "used",
    }
}

/// The abstract, among what is [proposed](Document::proposed).
pub const SUMMARY: &str = "summary";

/// The keywords, among what is [proposed](Document::proposed).
pub const KEYWORDS: &str = "keywords";

part! {
    /// Where pulled words come from, and what stood there at that moment.
    ///
    /// The snapshot is the whole of that part, however little of it the passage keeps, so that a later
    /// difference can be shown in full.
    pub struct Source {
        /// The entry, evidence, measure or spiral.
        pub record: RecordId = needed,
        /// Which revision of it was the head.
        pub revision: RevisionId = needed,
        /// Which part of it: a sub-field by its name, or empty for its main text.
        pub part: String,
        /// What that part said.
        pub snapshot: String = always,
    }
}

part! {
    /// A stretch of a section: the writer's own words, or pulled ones with their sources.
    ///
    /// One sentence may rest on several: before and after are two measures, and two passages that were
    /// joined keep the sources of both.
    #[derive(Default)]
    pub struct Passage {
        /// What it says now, in Markdown.
        pub text: String,
        /// Where it was pulled from; empty for the writer's own words.
        pub sources: Vec<Source>,
        /// Marked by the writer: this still needs something to rest on.
        pub wants_evidence: bool,
    }
}

record! {
    /// A document (文稿): a spiral's words on their way to a reader.
    ///
    /// ```
    /// use luoxuan::record::{Passage, Record};
    /// use luoxuan::{Content, Document, TextType};
    /// let mut document = Document { text_type: TextType::Survey, ..Document::default() };
    /// let own = Passage { text: "为什么要查？".into(), ..Passage::default() };
    /// document.sections.entry("question".into()).or_default().push(own);
    /// assert_eq!(Content::of(&document).read::<Document>(), Some(document));
    /// ```
    pub struct Document = "document" {
        /// Which form it takes.
        pub text_type: TextType,
        /// 题目.
        pub title: String,
        /// 摘要.
        pub summary: String,
        /// 关键词.
        pub keywords: Vec<String>,
        /// What of its front nobody has written yet: it was put there as a [proposal](SUMMARY).
        pub proposed: Vec<String>,
        /// Its passages, by the section's name in the catalog. The form gives the order.
        pub sections: BTreeMap<String, Vec<Passage>>,
        /// What was taken out of it and is kept beside it (放在一边), by the section it stood in.
        pub aside: BTreeMap<String, Vec<Passage>>,
        /// How far it has come.
        pub state: DocumentState,
        /// The spirals it tells of.
        pub spirals: Vec<RecordId>,
        /// The first turn it tells of, counted from 1; `None` begins with the first there is.
        pub from_turn: Option<u32>,
        /// The last turn it tells of; `None` goes on to the last there is.
        pub to_turn: Option<u32>,
        /// The teacher's own form it follows; `None` follows the catalog's.
        pub template: Option<RecordId>,
        /// What stands in its head, such as 日期 and 课题: values by the names its form gives.
        pub fields: BTreeMap<String, String>,
        /// The rules it is held to: the name of a shipped profile, or a record's id; empty for the general ones.
        pub rules: String,
        /// 参考文献, in their order: the first is `[1]`.
        pub references: Vec<Reference>,
    }
}

impl Document {
    /// The passages of a section, in order.
    pub fn section(&self, name: &str) -> &[Passage] {
        self.sections.get(name).map_or(&[], Vec::as_slice)
    }

    /// Every passage with its section and its place there.
    pub fn passages(&self) -> impl Iterator<Item = (&str, usize, &Passage)> {
        self.sections.iter().flat_map(|(name, passages)| {
            let numbered = passages.iter().enumerate();
            numbered.map(move |(at, passage)| (name.as_str(), at, passage))
        })
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::record::Record;
    use serde_json::{Value, json};

    #[test]
    fn what_a_newer_version_wrote_into_a_document_is_written_back() {
        let written = json!({
            "text_type": "survey",
            "reviewed": true,
            "state": {"of": "tomorrow"},
            "sections": {"results": [
                {"text": "有焦点的22人。", "sources": "somewhere", "mark": 1},
                {"text": 7, "sources": [{
                    "record": RecordId::from_bytes([1; 16]),
                    "revision": RevisionId::of(b"x"),
                    "snapshot": "22",
                    "page": 3,
                }]},
            ]},
        });
        let Value::Object(fields) = written else {
            panic!("an object")
        };
        let document = Document::from_fields(&fields);
        assert_eq!(document.text_type, TextType::Survey);
        assert_eq!(document.section("results")[0].text, "有焦点的22人。");
        assert_eq!(document.section("results")[1].sources[0].snapshot, "22");
        assert_eq!(document.fields(), fields);
    }
}
