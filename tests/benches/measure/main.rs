//! What takes how long, each beside something people use for the same, in turns in one run. `cargo xtask bench` runs it.

#[cfg(target_arch = "wasm32")]
const fn main() {}

#[cfg(not(target_arch = "wasm32"))]
#[path = "../../e2e/stage/mod.rs"]
#[allow(dead_code)] // The stories use the rest of it.
mod stage;

#[cfg(not(target_arch = "wasm32"))]
mod kept;
#[cfg(not(target_arch = "wasm32"))]
mod keys;
#[cfg(not(target_arch = "wasm32"))]
mod long;
#[cfg(not(target_arch = "wasm32"))]
mod markdown;
#[cfg(not(target_arch = "wasm32"))]
mod memory;
#[cfg(not(target_arch = "wasm32"))]
mod one_file;
#[cfg(not(target_arch = "wasm32"))]
mod page;
#[cfg(not(target_arch = "wasm32"))]
mod report;
#[cfg(not(target_arch = "wasm32"))]
mod save;
#[cfg(not(target_arch = "wasm32"))]
mod scroll;
#[cfg(not(target_arch = "wasm32"))]
mod search;
#[cfg(not(target_arch = "wasm32"))]
mod stand;
#[cfg(not(target_arch = "wasm32"))]
mod start;
#[cfg(not(target_arch = "wasm32"))]
mod still;
#[cfg(not(target_arch = "wasm32"))]
mod word;

#[cfg(not(target_arch = "wasm32"))]
fn main() -> std::process::ExitCode {
    let arguments: Vec<String> = std::env::args().skip(1).filter(|word| word != "--bench").collect();
    let arguments: Vec<&str> = arguments.iter().map(String::as_str).collect();
    let outcome = match arguments.as_slice() {
        // `cargo test --benches` has nothing to measure against.
        [] => Ok(()),
        ["make", folder] => word::make_file(std::path::Path::new(folder)),
        ["measure", sizes, topics @ ..] => measure(sizes, topics),
        other => Err(format!("unknown: {other:?}").into()),
    };
    match outcome {
        Ok(()) => std::process::ExitCode::SUCCESS,
        Err(error) => {
            eprintln!("{error}");
            std::process::ExitCode::FAILURE
        }
    }
}

/// Measures these topics with journals of these sizes, and prints what came out.
#[cfg(not(target_arch = "wasm32"))]
fn measure(sizes: &str, wanted: &[&str]) -> stand::Outcome {
    let sizes = sizes.split(',').map(str::parse).collect::<Result<Vec<usize>, _>>()?;
    let mut stand = if wanted.iter().any(|topic| *topic != "word") {
        println!("→ making journals of {sizes:?} entries and planting them (a minute or two)");
        Some(stand::Stand::new(&sizes)?)
    } else {
        None
    };
    for topic in wanted {
        let measured = match (*topic, &mut stand) {
            ("word", _) => word::measure()?,
            ("start", Some(stand)) => start::measure(stand)?,
            ("keys", Some(stand)) => keys::measure(stand)?,
            ("long", Some(stand)) => long::measure(stand)?,
            ("save", Some(stand)) => save::measure(stand)?,
            ("kept", Some(stand)) => kept::measure(stand)?,
            ("scroll", Some(stand)) => scroll::measure(stand)?,
            ("search", Some(stand)) => search::measure(stand)?,
            ("markdown", Some(stand)) => markdown::measure(stand)?,
            ("memory", Some(stand)) => memory::measure(stand)?,
            ("file", Some(stand)) => one_file::measure(stand)?,
            (other, _) => return Err(format!("nothing to measure is called {other}").into()),
        };
        println!("{}", measured.lines());
        // Each as soon as it is there: what comes after it may fail.
        if let Some(file) = std::env::var_os("LUOXUAN_PAGE") {
            let browser = stand.as_ref().filter(|_| *topic != "word").map(|stand| &stand.browser);
            page::write(std::path::Path::new(&file), browser, &measured)?;
        }
    }
    Ok(())
}
