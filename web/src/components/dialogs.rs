//! Finding, and the list of keys; and what listens to the whole page.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use leptos::prelude::*;

use super::growing::keep_growing;
use super::keyboard::keep_somewhere;
use super::keys::Keys;
use super::screen_keyboard;
use super::search::SearchDialog;
use super::way_back::keep_places;
use crate::later::later;

later! {
    /// The dialogs.
    pub fn dialogs(_none: ()) -> AnyView {
        keep_somewhere();
        keep_growing();
        keep_places();
        screen_keyboard::follow();
        view! { <SearchDialog/> <Keys/> }.into_any()
    }
}
