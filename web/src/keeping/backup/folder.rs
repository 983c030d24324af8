//! The folder that copies go to by themselves.

use leptos::prelude::*;
use luoxuan::Timestamp;
use wasm_bindgen::JsValue;

use super::super::Keeper;
use super::super::copies::{KEEP, archive_name, too_old};
use super::{Backup, FILED, FOLDER, FolderState, moment, stamp};
use crate::browser::clock;
use crate::browser::files::{Folder, FolderError};
use crate::browser::worker::WorkerError;
use crate::i18n::backup as t;
use crate::protocol::{Destination, NotWritten};

impl Backup {
    /// Lets the person choose a folder, and makes a first copy there. Must be called from a click.
    pub fn choose_folder(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            match Folder::choose().await {
                Ok(folder) => {
                    let _ = keeper.database().set_meta(FOLDER, folder.to_keep()).await;
                    self.take_folder(folder, true);
                    self.file(&keeper).await;
                }
                Err(FolderError::Cancelled) => {}
                Err(why) => self.tell(t::folder_error(why)),
            }
        });
    }

    /// Makes a copy in the chosen folder now, asking for permission if it has lapsed. Must be called
    /// from a click.
    pub fn save_to_folder(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        leptos::task::spawn_local(async move {
            let Some(folder) = self.handle.try_get_value().flatten() else {
                return;
            };
            let permitted = folder.permitted(true).await;
            self.take_folder(folder, permitted);
            if permitted && self.file(&keeper).await {
                self.tell(t::FILED);
            }
        });
    }

    /// Stops copying to the folder. What is in it stays.
    pub fn leave_folder(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        self.handle.set_value(None);
        self.folder.set(FolderState::None);
        leptos::task::spawn_local(async move {
            let _ = keeper.database().set_meta(FOLDER, &JsValue::NULL).await;
        });
    }

    pub(super) async fn file_daily(self) {
        let Some(keeper) = self.keeper.try_get_value() else {
            return;
        };
        let filed = keeper.database().meta(FILED).await;
        let today = |filed: Timestamp| filed.date() == clock::now().date();
        if !filed.is_ok_and(|filed| moment(&filed).is_some_and(today)) {
            self.file(&keeper).await;
        }
        self.planned.try_set_value(false);
    }

    /// Writes a copy to the folder, reads it back, then lets the oldest go.
    async fn file(self, keeper: &Keeper) -> bool {
        let Some(folder) = self.handle.try_get_value().flatten() else {
            return false;
        };
        let now = clock::now();
        let name = archive_name(now, keeper.device());
        let work = async {
            if !folder.permitted(false).await {
                return Err(FolderError::NoPermission);
            }
            let wish = self.wish(
                keeper,
                name.clone(),
                true,
                Destination::Folder(folder.to_keep().clone()),
            );
            match self.copy(keeper, &wish).await {
                Ok((_, whole)) => Ok(Some(whole)),
                Err(WorkerError::NotWritten(why)) => Err(folder_error(&why)),
                Err(why) => {
                    self.tell_no_answer(why);
                    Ok(None)
                }
            }
        };
        match self.alone(t::COPYING, work).await {
            Some(Ok(Some(whole))) => {
                let _ = keeper.database().set_meta(FILED, &stamp(now)).await;
                if !whole {
                    self.tell(t::INCOMPLETE);
                    return false;
                }
                self.copied(keeper, now).await;
                let names = folder.names().await.unwrap_or_default();
                for old in too_old(names, KEEP, &name, keeper.device()) {
                    // An old copy that cannot go is no harm.
                    let _ = folder.remove(&old).await;
                }
                true
            }
            Some(Err(FolderError::NoPermission)) => {
                self.take_folder(folder, false);
                false
            }
            Some(Err(why)) => {
                self.folder.try_set(FolderState::Failed(folder.name(), why));
                self.tell(t::folder_error(why));
                false
            }
            _ => false,
        }
    }
}

/// Why a folder did not take a copy, from what the worker says.
fn folder_error(why: &NotWritten) -> FolderError {
    match why {
        NotWritten::Unverified => FolderError::Unverified,
        NotWritten::Browser(name) if ["NotAllowedError", "SecurityError"].contains(&name.as_str()) => {
            FolderError::NoPermission
        }
        NotWritten::Browser(_) => FolderError::Failed,
    }
}
