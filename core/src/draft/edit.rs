//! Writing on a document without losing where its words come from.
//!
//! Only [`Document::remove`] drops a source, and it hands the passage back.

use crate::record::{Document, Passage};

impl Document {
    /// Puts a passage into a section, before the one at `at` or at the end.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 9, Passage { text: "后学修改。".into(), ..Passage::default() });
    /// document.pull("moves", 0, Passage { text: "先有材料。".into(), ..Passage::default() });
    /// assert_eq!(document.section("moves")[0].text, "先有材料。");
    /// ```
    pub fn pull(&mut self, section: &str, at: usize, passage: Passage) {
        let passages = self.sections.entry(section.into()).or_default();
        passages.insert(at.min(passages.len()), passage);
    }

    /// Gives a passage another text; its sources stay. Says whether there is such a passage.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage::default());
    /// assert!(document.rewrite("moves", 0, "再定焦点。"));
    /// assert!(!document.rewrite("moves", 1, ""));
    /// ```
    pub fn rewrite(&mut self, section: &str, at: usize, text: &str) -> bool {
        let passage = self.passage_mut(section, at);
        let found = passage.is_some();
        if let Some(passage) = passage {
            text.clone_into(&mut passage.text);
        }
        found
    }

    /// Cuts a passage in two after so many bytes of its text; both keep its sources. Says whether that could be done:
    /// not inside a character.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage { text: "先观察。再写。".into(), ..Passage::default() });
    /// assert!(document.split("moves", 0, "先观察。".len()));
    /// assert_eq!(document.section("moves")[1].text, "再写。");
    /// assert!(!document.split("moves", 0, 1), "inside a character");
    /// ```
    pub fn split(&mut self, section: &str, at: usize, bytes: usize) -> bool {
        let Some(passage) = self.passage_mut(section, at) else {
            return false;
        };
        let Some((head, tail)) = passage.text.split_at_checked(bytes) else {
            return false;
        };
        let after = Passage {
            text: tail.into(),
            ..passage.clone()
        };
        passage.text = head.into();
        self.pull(section, at + 1, after);
        true
    }

    /// Joins a passage with the one after it; it then has the sources of both. Says whether that could be done: not
    /// where a field this version does not know says two different things.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// for text in ["先观察。", "再写。"] {
    ///     document.pull("moves", 9, Passage { text: text.into(), ..Passage::default() });
    /// }
    /// assert!(document.join("moves", 0));
    /// assert_eq!(document.section("moves")[0].text, "先观察。再写。");
    /// ```
    pub fn join(&mut self, section: &str, at: usize) -> bool {
        let [first, second, ..] = self.section(section).get(at..).unwrap_or_default() else {
            return false;
        };
        let agree = |(name, value)| first.other.get(name).is_none_or(|known| known == value);
        if !second.other.iter().all(agree) {
            return false;
        }
        let Some(second) = self.remove(section, at + 1) else {
            return false;
        };
        if let Some(first) = self.passage_mut(section, at) {
            first.text.push_str(&second.text);
            for source in second.sources {
                if !first.sources.contains(&source) {
                    first.sources.push(source);
                }
            }
            first.wants_evidence |= second.wants_evidence;
            first.other.extend(second.other);
        }
        true
    }

    /// Takes a passage to another place, in the same section or another. Says whether there is such a passage.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage { text: "有焦点的22人。".into(), ..Passage::default() });
    /// assert!(document.carry("moves", 0, "effects", 0));
    /// assert_eq!(document.section("effects")[0].text, "有焦点的22人。");
    /// ```
    pub fn carry(&mut self, section: &str, at: usize, to: &str, place: usize) -> bool {
        let passage = self.remove(section, at);
        let found = passage.is_some();
        if let Some(passage) = passage {
            self.pull(to, place, passage);
        }
        found
    }

    /// Takes a passage out, with its sources, so that it can be put back.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("moves", 0, Passage::default());
    /// let taken = document.remove("moves", 0).expect("it is there");
    /// assert_eq!(document, Document::default());
    /// document.pull("moves", 0, taken);
    /// ```
    pub fn remove(&mut self, section: &str, at: usize) -> Option<Passage> {
        let passages = self.sections.get_mut(section)?;
        let taken = (at < passages.len()).then(|| passages.remove(at));
        // A section without a passage and one never begun are the same.
        if passages.is_empty() {
            self.sections.remove(section);
        }
        taken
    }

    /// Marks a passage as needing something to rest on, or takes the mark away. Says whether there is such a passage.
    ///
    /// ```
    /// use luoxuan::Document;
    /// use luoxuan::record::Passage;
    /// let mut document = Document::default();
    /// document.pull("effects", 0, Passage { text: "全班都有进步。".into(), ..Passage::default() });
    /// assert!(document.want_evidence("effects", 0, true));
    /// assert!(document.section("effects")[0].wants_evidence);
    /// ```
    pub fn want_evidence(&mut self, section: &str, at: usize, wants: bool) -> bool {
        let passage = self.passage_mut(section, at);
        let found = passage.is_some();
        if let Some(passage) = passage {
            passage.wants_evidence = wants;
        }
        found
    }

    fn passage_mut(&mut self, section: &str, at: usize) -> Option<&mut Passage> {
        self.sections.get_mut(section)?.get_mut(at)
    }
}
