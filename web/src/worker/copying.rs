//! Making a backup, piece by piece.

use std::sync::Arc;

use js_sys::{Array, Reflect};
use luoxuan::Revision;
use luoxuan::format::{Changed, Need, Plan, Writer};
use luoxuan_web::i18n::backup as t;
use luoxuan_web::protocol::{Answer, BackupWish, Destination, NotWritten, Refusal};
use wasm_bindgen::JsValue;
use web_sys::DedicatedWorkerGlobalScope;

use super::log::Log;
use super::sinks::{Gone, Lost, Sink};
use super::{Outcome, say, told};

/// Of the work, looking at what is there.
const LOOKING: f64 = 0.1;

/// Something may be erased while a backup is being made; then it begins again.
const ATTEMPTS: usize = 3;

enum Stopped {
    Changed,
    Log(JsValue),
    Sink(Lost),
}

impl From<Changed> for Stopped {
    fn from(Changed: Changed) -> Self {
        Self::Changed
    }
}

impl From<Lost> for Stopped {
    fn from(lost: Lost) -> Self {
        Self::Sink(lost)
    }
}

/// Makes a backup. Answers whether all could be read that is there, and with the files to be handed on.
pub(crate) async fn copy(
    wish: &BackupWish,
    extra: Vec<Arc<Revision>>,
    aside: Vec<Vec<u8>>,
    scope: &DedicatedWorkerGlobalScope,
) -> Outcome {
    let mut split = false;
    for _ in 0..ATTEMPTS {
        let sink = open(wish, split, scope).await;
        let mut sink = sink.map_err(|error| not_written(&Lost::Refused(error)))?;
        match write(wish, &extra, &aside, &mut sink, scope).await {
            Ok(whole) => {
                let gone = sink.end().await.map_err(|lost| not_written(&lost))?;
                let files = match gone {
                    Gone::Written => Array::new(),
                    Gone::Waits(file) => Array::of1(&file),
                    Gone::Files(files) => files,
                };
                return Ok(Answer::Backup { whole, files });
            }
            Err(stopped) => {
                // Without room beside the journal it is handed on file by file.
                split |= matches!((&stopped, &sink), (Stopped::Sink(_), Sink::Private { .. }));
                let over = matches!(
                    (&stopped, &sink),
                    (Stopped::Sink(_), Sink::File { .. } | Sink::Parts { .. })
                );
                sink.give_up().await;
                match stopped {
                    Stopped::Log(error) => {
                        let unread = t::LOG_UNREAD.in_(wish.language);
                        return Err(format!("{unread} ({})", told(&error)).into());
                    }
                    Stopped::Sink(lost) if over => return Err(not_written(&lost)),
                    _ => {}
                }
            }
        }
    }
    Err(t::CHANGING.in_(wish.language).to_owned().into())
}

async fn open(wish: &BackupWish, split: bool, scope: &DedicatedWorkerGlobalScope) -> Result<Sink, JsValue> {
    match &wish.to {
        Destination::File(handle) => return Sink::file(handle.clone()).await,
        Destination::Folder(folder) => return Sink::file(in_folder(folder, &wish.name).await?).await,
        Destination::Download => {}
    }
    if !split && let Ok(sink) = Sink::private(scope, &wish.name).await {
        return Ok(sink);
    }
    Ok(Sink::parts())
}

fn not_written(lost: &Lost) -> Refusal {
    Refusal::NotWritten(match lost {
        Lost::Unverified => NotWritten::Unverified,
        Lost::Refused(error) => NotWritten::Browser(super::js::name_of(error)),
    })
}

async fn write(
    wish: &BackupWish,
    extra: &[Arc<Revision>],
    aside: &[Vec<u8>],
    sink: &mut Sink,
    scope: &DedicatedWorkerGlobalScope,
) -> Result<bool, Stopped> {
    let progress = |done: f64| say(scope, &Answer::Progress(done));
    let mut plan = Plan::default();
    let mut log = Log::open(&wish.journal, extra.to_vec()).await;
    let mut damaged = Vec::new();
    let looked = log.each(
        |place, revision| plan.look(place, &revision),
        |damage| damaged.push(damage.bytes),
        |done| progress(done * LOOKING),
    );
    let mut whole = looked.await.map_err(Stopped::Log)?;
    aside.iter().cloned().chain(damaged).for_each(|line| plan.aside(line));
    let ids = if wish.pictures {
        log.pictures().await.map_err(Stopped::Log)?
    } else {
        Vec::new()
    };
    #[allow(clippy::cast_precision_loss)]
    let (lines, all) = (
        plan.bytes() as f64,
        plan.bytes() as f64 * 2.0 + ids.len() as f64 * 500_000.0,
    );
    let mut done = 0.0;
    let mut writer = plan.writer(wish.language, sink.most());
    loop {
        match writer.need() {
            Need::Lines(places) => {
                let found = log.at(&places).await.map_err(Stopped::Log)?;
                writer.lines(&found)?;
                #[allow(clippy::cast_precision_loss)]
                let some = found.iter().map(|it| it.content().json().len() as f64).sum::<f64>();
                done += some.min(lines);
            }
            Need::Pictures => {
                for id in &ids {
                    match log.picture(*id).await {
                        Ok(Some(picture)) => writer.picture(&picture),
                        _ => whole = false,
                    }
                    send(&mut writer, sink).await?;
                    done += 500_000.0;
                    progress(LOOKING + (1.0 - LOOKING) * (done / all).min(1.0));
                }
                writer.no_more_pictures();
            }
            Need::Nothing => {
                send(&mut writer, sink).await?;
                return Ok(whole);
            }
        }
        send(&mut writer, sink).await?;
        progress(LOOKING + (1.0 - LOOKING) * (done / all).min(1.0));
    }
}

async fn send(writer: &mut Writer, sink: &mut Sink) -> Result<(), Lost> {
    for sent in writer.take() {
        sink.take(sent).await?;
    }
    Ok(())
}

/// The file of this name in a folder the person chose.
async fn in_folder(folder: &JsValue, name: &str) -> Result<JsValue, JsValue> {
    let create = js_sys::Object::new();
    Reflect::set(&create, &"create".into(), &true.into())?;
    super::js::call(folder, "getFileHandle", &[name.into(), create.into()]).await
}
