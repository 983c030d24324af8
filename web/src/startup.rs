//! What begins once the page stands: loading, listening, looking after copies.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function.

use leptos::prelude::*;

use crate::components::lately::Lately;
use crate::components::news::News;
use crate::components::notices::Notices;
use crate::components::shared::Handed;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::keeping::{Backup, fill_demonstration};
use crate::later::{Begin, later};
use crate::notebook::Notebook;

/// The work of one journal's page.
#[derive(Clone, Copy)]
pub struct Startup(StoredValue<Inner, LocalStorage>);

struct Inner {
    owner: Owner,
    notebook: Notebook,
    begun: bool,
}

/// Has it begin before anything of the second module is shown.
pub fn provide(notebook: Notebook) {
    let owner = Owner::current().unwrap_or_default();
    let startup = Startup(StoredValue::new_local(Inner {
        owner,
        notebook,
        begun: false,
    }));
    Begin::provide(move || Box::pin(begin(startup)));
}

later! {
    /// Begins, the first time this is called. Whether its page is still there: the person may have gone to another
    /// journal while the second module was on its way.
    pub fn begin(startup: Startup) -> bool {
        let first = startup.0.try_update_value(|startup| {
            (!std::mem::replace(&mut startup.begun, true)).then(|| (startup.owner.clone(), startup.notebook))
        });
        match first {
            None => false,
            Some(None) => true,
            Some(Some((owner, notebook))) => {
                owner.with(|| start(notebook));
                true
            }
        }
    }
}

fn start(notebook: Notebook) {
    let (locale, notices) = (Locale::here(), Notices::here());
    Lately::provide();
    News::provide();
    Handed::provide();
    Backup::provide(notebook, locale.0.into(), move |text| notices.say(text));
    notebook.start_then(async move {
        if !fill_demonstration(notebook).await {
            notices.say(c::DEMO_MISSING.in_(locale.0.get_untracked()));
        }
    });
}
