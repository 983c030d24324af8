//! A form as a template, in one language.

use super::form::Form;
use crate::catalog::Language;
use crate::record::{Template, TemplateCriterion, TemplateField, TemplateSection};

impl Form {
    /// What a text of this form is judged by.
    pub(crate) fn criteria(&self, language: Language) -> Vec<TemplateCriterion> {
        let all = self.judging.iter().map(|(name, points)| TemplateCriterion {
            name: name.in_(language).into(),
            points: *points,
            ..TemplateCriterion::default()
        });
        all.collect()
    }

    /// What goes wrong often with it.
    pub(crate) fn common_faults(&self, language: Language) -> Vec<String> {
        self.faults.iter().map(|fault| fault.in_(language).to_owned()).collect()
    }

    /// The form in one language, ready to be changed.
    pub fn template(&self, language: Language) -> Template {
        let header = self.header.iter().map(|field| TemplateField {
            name: field.name.into(),
            label: field.label.in_(language).into(),
            ..TemplateField::default()
        });
        let sections = self.sections.iter().map(|section| TemplateSection {
            name: section.name.into(),
            heading: section.heading.in_(language).into(),
            prompt: section.prompt.in_(language).into(),
            share: section.share,
            most: section.most,
            starter: section
                .starter
                .map_or_else(String::new, |words| words.in_(language).into()),
            loose_leaf: section.loose_leaf,
            ..TemplateSection::default()
        });
        Template {
            base: self.kind,
            name: self.name.in_(language).into(),
            opening: self.opening.in_(language).into(),
            length: self.length,
            title: self.title,
            summary: self.summary,
            keywords: self.keywords,
            header: header.collect(),
            sections: sections.collect(),
            judging: self.criteria(language),
            faults: self.common_faults(language),
            ..Template::default()
        }
    }
}
