//! What is said above every page, as long as it has to be.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use leptos::prelude::*;

use super::from_disk::FromDisk;
use super::in_wechat::InWeChat;
use super::loss::LossView;
use super::shared::Shared;
use super::update::UpdateView;
use crate::later::later;

later! {
    /// A newer version, what is gone from the lanes, where the words are of a file that was opened from a disk, what was shared to the page.
    pub fn above(_none: ()) -> AnyView {
        view! { <UpdateView/> <FromDisk/> <InWeChat/> <Shared/> <LossView/> }.into_any()
    }
}
