//! A template (模板): a form the teacher made her own.

use super::{TextType, part, record};

part! {
    /// A section of a template.
    #[derive(Default)]
    pub struct TemplateSection {
        /// Its name in [`Document::sections`](crate::Document::sections). What of a spiral belongs there is found by
        /// it in the base form; a section the teacher added has a name of its own and is fed by nothing.
        pub name: String,
        /// Its heading, without a number.
        pub heading: String,
        /// What to write there.
        pub prompt: String,
        /// From how many to how many percent of the text.
        pub share: Option<(u8, u8)>,
        /// Most characters, where there is a limit.
        pub most: Option<u32>,
        /// What stands there when a text is begun, such as a table to fill in, in Markdown.
        pub starter: String,
        /// Whether it belongs to the anonymous loose leaf (论证活页), a file of its own.
        pub loose_leaf: bool,
    }
}

part! {
    /// A value in the head of a text, such as 日期 or 课题.
    #[derive(Default)]
    pub struct TemplateField {
        /// Its name in [`Document::fields`](crate::Document::fields).
        pub name: String,
        /// What it is called.
        pub label: String,
    }
}

part! {
    /// Something a text is judged by (评审要点).
    #[derive(Default)]
    pub struct TemplateCriterion {
        /// What it is called.
        pub name: String,
        /// How many points of the whole it brings.
        pub points: u8,
    }
}

record! {
    /// A form in one language, which the teacher may change: reword, add and leave out sections, set limits.
    ///
    /// The catalog's own form is one as well, unsaved, so that pages, checks and layout know only templates.
    ///
    /// ```
    /// use luoxuan::catalog::{Language, form};
    /// use luoxuan::TextType;
    /// let mut own = form(TextType::Experience).template(Language::ZhHans);
    /// assert_eq!(own.sections[0].heading, "问题缘起");
    /// own.sections[0].heading = "缘起".into();
    /// assert_eq!(own.section("origin").map(|section| section.heading.as_str()), Some("缘起"));
    /// ```
    pub struct Template = "template" {
        /// The form it came from, by which a spiral feeds it.
        pub base: TextType,
        /// What the teacher calls it.
        pub name: String,
        /// What to write into title, abstract and keywords.
        pub opening: String,
        /// Fewest and most characters of the whole; 0 where there is no limit.
        pub length: (u32, u32),
        /// Most characters of the title; 0 where there is no limit.
        pub title: u32,
        /// Fewest and most characters of the abstract; both 0 where the text has none.
        pub summary: (u32, u32),
        /// Fewest and most keywords; both 0 where the text has none.
        pub keywords: (u32, u32),
        /// What stands in its head, in order.
        pub header: Vec<TemplateField>,
        /// Its sections, in order.
        pub sections: Vec<TemplateSection>,
        /// What it is judged by, as the school weighs it; empty where the form's own weights hold.
        pub judging: Vec<TemplateCriterion>,
        /// What goes wrong often, as the school has seen it; empty where the form's own list holds. Words in quotation
        /// marks on a line of the school's own are [looked for](crate::draft::check()) in the text.
        pub faults: Vec<String>,
    }
}

impl Template {
    /// One of its sections.
    pub fn section(&self, name: &str) -> Option<&TemplateSection> {
        self.sections.iter().find(|section| section.name == name)
    }

    /// Adds a section of the teacher's own at the end, under a name no other section has, and says that name.
    ///
    /// ```
    /// use luoxuan::catalog::{Language, form};
    /// use luoxuan::TextType;
    /// let mut own = form(TextType::Experience).template(Language::ZhHans);
    /// assert_eq!(own.add("给新老师的话"), "own1");
    /// assert_eq!(own.add("鸣谢"), "own2");
    /// assert_eq!(own.section("own1").map(|section| section.heading.as_str()), Some("给新老师的话"));
    /// ```
    pub fn add(&mut self, heading: &str) -> String {
        // One more number than there are sections: one of them is free.
        let mut names = (1..=self.sections.len().saturating_add(1)).map(|number| format!("own{number}"));
        let name = names.find(|name| self.section(name).is_none()).unwrap_or_default();
        self.sections.push(TemplateSection {
            name: name.clone(),
            heading: heading.into(),
            ..TemplateSection::default()
        });
        name
    }

    /// Whether some of it goes into a file of its own, without names.
    pub fn has_loose_leaf(&self) -> bool {
        self.sections.iter().any(|section| section.loose_leaf)
    }
}
