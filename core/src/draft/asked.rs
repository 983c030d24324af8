//! How long a text and its sections are asked to be.

use super::check::DiagnosticsConfig;
use crate::record::{Rules, Template, TemplateSection};

/// What a text is held to: what the rules say, and where they say nothing, the form.
pub fn limits(template: &Template, rules: &Rules) -> DiagnosticsConfig {
    let form = DiagnosticsConfig::of(template);
    let either = |asked: Option<u32>, usual: u32| asked.unwrap_or(usual);
    // Where a notice gives one end, the form's other end may contradict it.
    let range = |(least, most): (Option<u32>, Option<u32>), usual: (u32, u32)| match (least, most) {
        (None, None) => usual,
        (least, most) => (either(least, 0), either(most, 0)),
    };
    DiagnosticsConfig {
        length: range((rules.least, rules.most), form.length),
        summary: match form.summary {
            // A text without an abstract gets none from a limit.
            (0, 0) => (0, 0),
            (least, most) => {
                let most = either(rules.summary_most, most);
                (if most > 0 { least.min(most) } else { least }, most)
            }
        },
        keywords: match form.keywords {
            (0, 0) => (0, 0),
            usual => range((rules.keywords_least, rules.keywords_most), usual),
        },
        ..form
    }
}

/// How long a section is asked to be, in characters: what its form allows, or its usual share of what the whole is asked
/// to be. 0 where there is no limit.
///
/// ```
/// use luoxuan::draft::{asked, limits};
/// use luoxuan::record::{Rules, Template, TemplateSection};
/// let section = TemplateSection { share: Some((15, 20)), ..TemplateSection::default() };
/// let form = Template { length: (2000, 4000), ..Template::default() };
/// assert_eq!(asked(&section, &limits(&form, &Rules::default())), (300, 800));
/// let notice = Rules { most: Some(3000), ..Rules::default() };
/// assert_eq!(asked(&section, &limits(&form, &notice)), (0, 600));
/// ```
pub fn asked(section: &TemplateSection, limits: &DiagnosticsConfig) -> (u32, u32) {
    if let Some(most) = section.most {
        return (0, most);
    }
    let Some((low, high)) = section.share else {
        return (0, 0);
    };
    // Nobody counts a share to the character.
    let share = |percent: u8, of: u32| (of.saturating_mul(u32::from(percent)) / 100).saturating_add(5) / 10 * 10;
    (share(low, limits.length.0), share(high, limits.length.1))
}

/// How far a count is from what is asked: so many are missing, or so many too many. `None` if it is within, or nothing is
/// asked.
///
/// ```
/// use luoxuan::draft::{Off, off};
/// assert_eq!(off(2300, (3000, 5000)), Some(Off::Missing(700)));
/// assert_eq!(off(5200, (3000, 5000)), Some(Off::Over(200)));
/// assert_eq!(off(2300, (0, 0)), None);
/// ```
pub fn off(count: usize, (least, most): (u32, u32)) -> Option<Off> {
    let count = u32::try_from(count).unwrap_or(u32::MAX);
    if count < least {
        return Some(Off::Missing(least - count));
    }
    (most > 0 && count > most).then(|| Off::Over(count - most))
}

/// How far a count is from what is asked.
#[derive(Debug, Clone, Copy, PartialEq, Eq, Hash)]
pub enum Off {
    /// So many are missing.
    Missing(u32),
    /// So many are too many.
    Over(u32),
}

#[cfg(test)]
mod tests {
    use super::*;

    #[test]
    fn a_notice_goes_before_the_form() {
        let template = Template {
            length: (1500, 3000),
            summary: (150, 300),
            keywords: (3, 5),
            ..Template::default()
        };
        assert_eq!(limits(&template, &Rules::default()), DiagnosticsConfig::of(&template));
        let notice = Rules {
            most: Some(6000),
            summary_most: Some(200),
            keywords_most: Some(8),
            ..Rules::default()
        };
        let held = limits(&template, &notice);
        assert_eq!(
            (held.length, held.summary, held.keywords),
            ((0, 6000), (150, 200), (0, 8))
        );
        let shorter = Rules {
            summary_most: Some(100),
            ..Rules::default()
        };
        let held = limits(&template, &shorter);
        assert_eq!(held.summary, (100, 100), "a short abstract is not too short as well");
    }
}
