//! The rules of a contest or a school (赛事规则): what a text must be to be taken.

use super::{Layout, TextType, record, words};
use crate::time::Date;

words! {
    /// What may show who wrote it. Where nobody here understands what is asked, nothing may.
    pub enum Anonymity else Everything {
        /// 署名: nothing is hidden.
        #[default]
        Signed = "signed",
        /// 正文匿名: no name and no unit in the text.
        Body = "body",
        /// 全匿名: nor in the file, its name and its properties.
        Everything = "everything",
    }
}

words! {
    /// Which edition of GB/T 7714 the list of references follows.
    pub enum CitationStyle {
        /// GB/T 7714—2025, in force since July 2026.
        #[default]
        Gbt2025 = "gbt7714_2025",
        /// GB/T 7714—2015, which many contests still ask for.
        Gbt2015 = "gbt7714_2015",
    }
}

words! {
    /// A part of a text, for the order a notice asks for.
    pub enum Part {
        /// 题目.
        #[default]
        Title = "title",
        /// 单位姓名.
        Byline = "byline",
        /// 摘要.
        Summary = "summary",
        /// 关键词.
        Keywords = "keywords",
        /// 正文.
        Body = "body",
        /// 参考文献.
        References = "references",
    }
}

record! {
    /// The rules of a contest or a school. A teacher copies one from the catalog and changes what the notice says
    /// otherwise. What is empty is not asked.
    ///
    /// Every field stands by itself, so two people who change different ones are merged.
    ///
    /// ```
    /// use luoxuan::record::{Anonymity, Record, Rules};
    /// let rules = Rules { name: "区论文评比".into(), most: Some(4000), anonymity: Anonymity::Body, ..Rules::default() };
    /// assert_eq!(Rules::from_fields(&rules.fields()), rules);
    /// assert_eq!(rules.fields().len(), 3);
    /// ```
    pub struct Rules = "rules" {
        /// What it is called.
        pub name: String,
        /// Who runs it.
        pub organiser: String,
        /// 级别: school, district, city.
        pub level: String,
        /// The year of the notice.
        pub year: Option<i32>,
        /// Which text types may be entered; empty if any.
        pub text_types: Vec<TextType>,
        /// Who may enter.
        pub eligible: String,
        /// How many may be entered.
        pub quota: String,
        /// Only texts written from this day,
        pub written_from: Option<Date>,
        /// to this day.
        pub written_until: Option<Date>,
        /// Fewest characters.
        pub least: Option<u32>,
        /// Most characters.
        pub most: Option<u32>,
        /// A longer text is not judged at all.
        pub limit: Option<u32>,
        /// Most characters of the abstract.
        pub summary_most: Option<u32>,
        /// Fewest keywords.
        pub keywords_least: Option<u32>,
        /// Most keywords.
        pub keywords_most: Option<u32>,
        /// The parts in the order asked for. All notices seen keep the order of the manuscript.
        pub order: Vec<Part>,
        /// What may show who wrote it.
        pub anonymity: Anonymity,
        /// Whether the unit and the name stand under the title.
        pub byline: bool,
        /// Most authors.
        pub authors: Option<u32>,
        /// The file's name, with `{title}`, `{name}`, `{school}`, `{subject}`, `{type}` in it.
        pub file_name: String,
        /// The words in the corner of the first page, with the same fields.
        pub corner: String,
        /// The words above every page, with the same fields.
        pub header: String,
        /// What is said about similarity.
        pub similarity: String,
        /// What is said about text made by a machine.
        pub machine_text: String,
        /// What is said about texts that were entered or published before.
        pub reuse: String,
        /// When the school wants it.
        pub due_at_school: Option<Date>,
        /// When those above want it.
        pub due_above: Option<Date>,
        /// What must be handed in.
        pub checklist: Vec<String>,
        /// How references are written.
        pub citation: CitationStyle,
        /// Whom to ask.
        pub contact: String,
        /// Where these rules are from, and what else they say.
        pub note: String,
        /// How the text stands on paper.
        pub layout: Layout,
    }
}

#[cfg(test)]
mod tests {
    use super::*;
    use crate::Content;
    use crate::journal::merge_contents;

    #[test]
    fn two_people_who_change_different_rules_are_merged() {
        let base = Rules {
            most: Some(5000),
            ..Rules::default()
        };
        let mut shorter = base.clone();
        shorter.most = Some(4000);
        shorter.layout.line_multiple = Some(1.25);
        let mut signed = base.clone();
        signed.byline = true;
        signed.layout.indent = Some(0);
        let merged = merge_contents(&Content::of(&base), &Content::of(&shorter), &Content::of(&signed));
        let merged = merged
            .and_then(|content| content.read::<Rules>())
            .expect("they can be joined");
        assert_eq!((merged.most, merged.byline), (Some(4000), true));
        assert_eq!(
            (merged.layout.line_multiple, merged.layout.indent),
            (Some(1.25), Some(0))
        );
    }
}
