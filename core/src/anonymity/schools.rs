//! The forms people make of a school's name, and of the places in it.

use super::letters::spelled;
use super::{Leak, Names};
use crate::catalog::identity::{CITIES, PLACES, SCHOOLS};

impl Names {
    /// A school with its places: 青禾市清溪区晨光小学 is 晨光小学, 清溪区晨光小学, 青禾晨光小学, 晨光小, 晨小, 晨光校区; and so are
    /// 青禾市, 青禾 and 清溪区.
    pub(super) fn school(&mut self, school: &str) {
        let school: String = spelled(school).into_iter().collect();
        self.add(&school, Leak::School);
        let mut rest = school.as_str();
        let mut before: Vec<String> = Vec::new();
        while let Some((place, after)) = leading_place(rest) {
            self.add(place, Leak::Place);
            let bare = bare_place(place).unwrap_or(place);
            self.add(bare, Leak::Place);
            if is_any_school(after) {
                self.perhaps(after, Leak::School);
            } else {
                self.add(after, Leak::School);
            }
            before.extend([place.to_owned(), bare.to_owned()]);
            rest = after;
        }
        let Some((own, suffix)) = SCHOOLS
            .iter()
            .find_map(|suffix| Some((rest.strip_suffix(suffix)?, *suffix)))
        else {
            return;
        };
        for place in &before {
            self.add(&format!("{place}{rest}"), Leak::School);
            for short in short_forms(own, suffix) {
                self.add(&format!("{place}{short}"), Leak::School);
            }
        }
        let mut characters = own.chars();
        if let (Some(first), Some(_)) = (characters.next(), characters.next()) {
            for short in short_forms(own, suffix) {
                self.add(&short, Leak::School);
            }
            for level in ["小学", "中学"].iter().filter(|level| suffix.ends_with(*level)) {
                let level: String = level.chars().take(1).collect();
                self.add(&format!("{first}{level}"), Leak::School);
            }
            for more in ["校区", "人", "学校", "教育集团"] {
                self.add(&format!("{own}{more}"), Leak::School);
            }
            // 晨光 alone is a word.
            if own.chars().count() > 2 {
                self.add(own, Leak::School);
            } else {
                self.perhaps(own, Leak::School);
            }
        }
    }
}

/// 晨光小学: 晨光小, 晨光实小. 实验小学 behind a place: 实小.
fn short_forms(own: &str, suffix: &str) -> Vec<String> {
    let level = ["小学", "中学", "学校"]
        .iter()
        .position(|level| suffix.ends_with(level));
    let mut forms = Vec::new();
    if let Some(level) = level.filter(|level| *level < 2) {
        let level = if level == 0 { "小" } else { "中" };
        if suffix.chars().count() == 2 && !own.is_empty() {
            forms.push(format!("{own}{level}"));
        }
        forms.push(format!("{own}实{level}"));
    }
    if suffix.starts_with("外国语") {
        forms.push(format!("{own}外国语"));
    }
    if suffix.starts_with("实验") {
        forms.push(format!("{own}实验"));
    }
    forms
}

/// Whether nothing but what many schools are called is left: 实验小学, 第一小学.
fn is_any_school(name: &str) -> bool {
    let own = SCHOOLS
        .iter()
        .find_map(|suffix| name.strip_suffix(suffix))
        .unwrap_or(name);
    own.is_empty() || own.starts_with('第') && own.chars().count() < 4
}

/// The place a name begins with, and what follows it.
fn leading_place(name: &str) -> Option<(&str, &str)> {
    let kinds = name.char_indices().skip(2).take(8);
    let mut kinds = kinds.filter(|(_, kind)| PLACES.contains(kind));
    let by_kind = kinds.next().map(|(at, kind)| name.split_at(at + kind.len_utf8()));
    let known = CITIES.iter().find(|city| name.starts_with(**city));
    let known = known.map(|city| name.split_at(city.len()));
    // 温州市 rather than 温州, and 温州 rather than what ends with the 区 of somewhere else.
    let kind =
        by_kind.filter(|(place, _)| known.is_none_or(|(city, _)| place.chars().count() <= city.chars().count() + 1));
    kind.or(known).filter(|(_, after)| after.chars().count() > 2)
}

/// 温州 of 温州市. One kind only: the 州 of 温州 is a part of the name.
pub(super) fn bare_place(place: &str) -> Option<&str> {
    let bare = place
        .strip_suffix("自治州")
        .or_else(|| place.strip_suffix("街道"))
        .or_else(|| {
            let kind = place
                .chars()
                .next_back()
                .filter(|kind| PLACES.contains(kind) && *kind != '州')?;
            place.strip_suffix(kind)
        })?;
    (bare.chars().count() > 1).then_some(bare)
}
