//! One file per place, and which is shown where.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

mod due;
pub mod entry;
pub mod lists;
pub mod record;
pub mod records;
pub mod settings;
pub mod spiral;
pub mod spirals;
pub mod survey;
pub mod text;
pub mod texts;
pub mod today;
pub mod trash;

use leptos::prelude::*;

use self::entry::EntryPage;
use self::record::RecordPage;
use self::records::RecordsPage;
use self::settings::SettingsPage;
use self::spiral::SpiralPage;
use self::spirals::SpiralsPage;
use self::survey::SurveyPage;
use self::text::TextPage;
use self::texts::TextsPage;
use self::today::TodayPage;
use self::trash::TrashPage;
use crate::later::later;
use crate::place::View;

later! {
    /// The page of a place. 今天 is in the first load, and is shown without this.
    pub fn page(view: View) -> AnyView {
        match view {
            View::Today => TodayPage().into_any(),
            View::Spirals => SpiralsPage().into_any(),
            View::Spiral(id, at) => view! { <SpiralPage id at/> }.into_any(),
            View::Entry(id) => view! { <EntryPage id/> }.into_any(),
            View::Texts(spiral) => view! { <TextsPage spiral/> }.into_any(),
            View::Text(id, side) => view! { <TextPage id side/> }.into_any(),
            View::Survey(id) => view! { <SurveyPage id/> }.into_any(),
            View::Records(kind) => view! { <RecordsPage kind/> }.into_any(),
            View::Record(id) => view! { <RecordPage id/> }.into_any(),
            View::Trash => TrashPage().into_any(),
            View::Settings => SettingsPage().into_any(),
        }
    }
}
