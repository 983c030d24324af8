//! What is fetched after the cursor blinks: all but the box to write in and the way of its words to the disk.
//!
//! The built module is cut at the few functions marked here; what only they reach becomes a second
//! module, fetched once the page stands. A build without the feature `split` has
//! everything in one module, and the same code.
#![allow(unsafe_code)] // The mark that cuts the module declares a foreign function; there is no other.

use std::collections::BTreeSet;
use std::future::Future;
use std::pin::Pin;
use std::sync::Arc;

use leptos::prelude::*;
use leptos::reactive::computed::ScopedFuture;
use luoxuan::store::{Store, StoreError};
use luoxuan::{RecordId, Revision};

use crate::browser::clock::yield_now;
use crate::browser::database::Database;
use crate::browser::log::begin_new_log;
use crate::i18n::Locale;
use crate::i18n::common as c;
use crate::keeping::{Backup, fill_demonstration};
use crate::notebook::Notebook;
use crate::pages::{
    entry::EntryPage, lists::TodayLists, record::RecordPage, records::RecordsPage, settings::SettingsPage,
    spiral::SpiralPage, spirals::SpiralsPage, survey::SurveyPage, text::TextPage, texts::TextsPage, trash::TrashPage,
};
use crate::parts::editor::SendFile;
use crate::parts::entry_editor::ExpectationLine;
use crate::parts::evidence::{Below, take_below};
use crate::parts::lately::Lately;
use crate::parts::{
    evidence_fields::EvidenceFields, find::Find, growing::keep_growing, keyboard::keep_somewhere, keys::Keys,
    loss::LossView, nav::Threads, notices::Notices, paste::Came, prose::Preview, status::Safety,
};
use crate::place::{KindName, Side};
use crate::sheet::Sheet;

/// A view that is not in the first load.
#[derive(Clone, Copy)]
pub enum Part {
    /// 今天, below the box: running spirals, this week.
    TodayLists,
    /// 研究线索.
    Spirals,
    /// One spiral, at one of its entries.
    Spiral(RecordId, Option<RecordId>),
    /// One entry.
    Entry(RecordId),
    /// 文稿, and choosing what to make of a spiral.
    Texts(Option<RecordId>),
    /// One text.
    Text(RecordId, Side),
    /// One survey.
    Survey(RecordId),
    /// 档案.
    Records(Option<KindName>),
    /// One record of a kind that is data.
    Record(RecordId),
    /// The trash.
    Trash,
    /// 设置.
    Settings,
    /// The dialogs: finding, and the list of keys.
    Dialogs,
    /// Running spirals and the pool, at the side.
    Threads,
    /// How old the last copy is, and trouble.
    Safety,
    /// What is gone from the lanes.
    Loss,
    /// One piece of evidence, being described.
    Evidence(RecordId),
    /// A Markdown text, laid out.
    Preview(RwSignal<String>),
    /// What is expected of an action, and what is called when the person is done with it.
    Expectation(Sheet, Callback<()>),
}

/// The second module could not be fetched.
#[derive(Debug)]
pub struct ModuleLoadError;

#[cfg(feature = "split")]
impl From<leptos::wasm_split::SplitLoaderError> for ModuleLoadError {
    fn from(_: leptos::wasm_split::SplitLoaderError) -> Self {
        Self
    }
}

macro_rules! split {
    ($($(#[$doc:meta])* fn $name:ident($argument:ident: $type:ty) -> $result:ty { $($body:tt)* })*) => {$(
        $(#[$doc])*
        #[cfg(feature = "split")]
        #[leptos::wasm_split::wasm_split(later, wasm_split_path = ::leptos::wasm_split, fallible)]
        fn $name($argument: $type) -> Result<$result, ModuleLoadError> {
            Ok({ $($body)* })
        }

        $(#[$doc])*
        #[cfg(not(feature = "split"))]
        #[allow(clippy::unused_async)] // As asynchronous as the other, so that the caller is the same.
        async fn $name($argument: $type) -> Result<$result, ModuleLoadError> {
            Ok({ $($body)* })
        }
    )*};
}

/// What the desk needs to begin its work: loading, listening, looking after copies.
#[derive(Clone)]
pub struct Desk(StoredValue<DeskInner, LocalStorage>);

struct DeskInner {
    owner: Owner,
    notebook: Notebook,
    begun: bool,
}

impl Desk {
    /// Provides it to the page.
    pub fn provide(notebook: Notebook) {
        let owner = Owner::current().unwrap_or_default();
        provide_context(Self(StoredValue::new_local(DeskInner {
            owner,
            notebook,
            begun: false,
        })));
    }

    /// Begins, the first time this is called. Whether the desk is still there: the person may have gone to another
    /// journal while the second module was on its way.
    fn begin(self) -> bool {
        let first = self.0.try_update_value(|desk| {
            (!std::mem::replace(&mut desk.begun, true)).then(|| (desk.owner.clone(), desk.notebook))
        });
        let Some(first) = first else { return false };
        let Some((owner, notebook)) = first else { return true };
        owner.with(|| {
            let (locale, notices) = (Locale::here(), Notices::here());
            Lately::provide();
            Backup::provide(notebook, locale.0.into(), move |text| notices.say(text));
            notebook.start_then(async move {
                if !fill_demonstration(notebook).await {
                    notices.say(c::DEMO_MISSING.in_(locale.0.get_untracked()));
                }
            });
        });
        true
    }
}

/// Work that goes on by itself.
pub type Going<T> = Pin<Box<dyn Future<Output = T>>>;

split! {
    /// Begins the work of the desk, then builds a view.
    fn build(arguments: (Option<Desk>, Part)) -> AnyView {
        let (desk, part) = arguments;
        if desk.is_none_or(Desk::begin) {
            view_of(part)
        } else {
            ().into_any()
        }
    }

    /// Joins records that two places changed, wherever nothing gets lost.
    fn joining(arguments: (Notebook, BTreeSet<RecordId>)) -> Going<()> {
        let (notebook, records) = arguments;
        Box::pin(notebook.join_now(records))
    }

    /// Makes the browser begin a new log for its databases.
    fn new_log(name: String) -> Going<Result<(), StoreError>> {
        Box::pin(async move { begin_new_log(&name).await })
    }

    /// Destroys the words of a record.
    fn erasing(arguments: (Database, Arc<Revision>)) -> Going<Result<(), StoreError>> {
        let (database, erasure) = arguments;
        Box::pin(async move { database.erase(&erasure).await })
    }

    /// Takes in what was copied from Word or a page; its words as clean Markdown, `None` if it holds none.
    fn markdown_from(came: Came) -> Option<String> {
        came.take()
    }

    /// Takes a picture in and keeps it as evidence of an entry. Whether it is one, and is kept.
    fn picture_below(arguments: (Notebook, Below, SendFile)) -> Going<bool> {
        let (notebook, below, file) = arguments;
        Box::pin(take_below(notebook, below, file))
    }
}

/// The view of a part. Reached only from the second module.
fn view_of(part: Part) -> AnyView {
    match part {
        Part::TodayLists => TodayLists().into_any(),
        Part::Spirals => SpiralsPage().into_any(),
        Part::Spiral(id, at) => view! { <SpiralPage id at/> }.into_any(),
        Part::Entry(id) => view! { <EntryPage id/> }.into_any(),
        Part::Texts(spiral) => view! { <TextsPage spiral/> }.into_any(),
        Part::Text(id, side) => view! { <TextPage id side/> }.into_any(),
        Part::Survey(id) => view! { <SurveyPage id/> }.into_any(),
        Part::Records(kind) => view! { <RecordsPage kind/> }.into_any(),
        Part::Record(id) => view! { <RecordPage id/> }.into_any(),
        Part::Trash => TrashPage().into_any(),
        Part::Settings => SettingsPage().into_any(),
        Part::Dialogs => {
            keep_somewhere();
            keep_growing();
            view! { <Find/> <Keys/> }.into_any()
        }
        Part::Threads => Threads().into_any(),
        Part::Safety => Safety().into_any(),
        Part::Loss => LossView().into_any(),
        Part::Evidence(id) => view! { <EvidenceFields id/> }.into_any(),
        Part::Preview(text) => view! { <Preview text/> }.into_any(),
        Part::Expectation(sheet, on_done) => view! { <ExpectationLine sheet on_done/> }.into_any(),
    }
}

/// Joins records that two places changed. What cannot be fetched now is joined the next time.
pub async fn join(notebook: Notebook, records: BTreeSet<RecordId>) {
    if let Ok(going) = joining((notebook, records)).await {
        going.await;
    }
}

/// Makes the browser begin a new log for its databases; `name` is of one that comes and goes.
///
/// # Errors
///
/// As [`begin_new_log`], and [`StoreError::Closed`] if the second module cannot be fetched now.
pub async fn mend(name: String) -> Result<(), StoreError> {
    new_log(name).await.map_err(|ModuleLoadError| StoreError::Closed)?.await
}

/// Destroys every revision of the record this erasure belongs to, and keeps the erasure.
///
/// # Errors
///
/// As [`Store::erase`], and [`StoreError::Closed`] if the second module cannot be fetched now: then it is owed.
pub async fn erase(database: Database, erasure: Arc<Revision>) -> Result<(), StoreError> {
    let going = erasing((database, erasure)).await;
    going.map_err(|ModuleLoadError| StoreError::Closed)?.await
}

/// Takes in what was copied from Word or a page; its words as clean Markdown, `None` if it holds none.
pub async fn markdown(came: Came) -> Option<String> {
    markdown_from(came).await.ok().flatten()
}

/// Takes a picture in and keeps it as evidence of an entry. Whether it is one, and is kept.
pub async fn picture(notebook: Notebook, below: Below, file: SendFile) -> bool {
    match picture_below((notebook, below, file)).await {
        Ok(going) => going.await,
        Err(ModuleLoadError) => false,
    }
}

/// Shows a part once it is here; until then, that it is on its way.
#[component]
pub fn Later(part: Part) -> impl IntoView {
    let locale = Locale::here();
    let desk = use_context::<Desk>();
    let built = RwSignal::new_local(None::<Result<AnyView, ModuleLoadError>>);
    leptos::task::spawn_local(ScopedFuture::new(async move {
        // The cursor first.
        yield_now().await;
        let view = build((desk, part)).await;
        // The person may have gone on to another place.
        let _ = built.try_set(Some(view));
    }));
    move || {
        built.track();
        match built.try_update_untracked(Option::take).flatten() {
            Some(Ok(view)) => view,
            Some(Err(ModuleLoadError)) => {
                view! { <p class="banner" role="alert">{locale.say(c::NOT_FETCHED)}</p> }.into_any()
            }
            None => ().into_any(),
        }
    }
}
