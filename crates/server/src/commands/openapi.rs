/// Prints the description of the API.
pub(super) fn run() -> anyhow::Result<()> {
    println!("{}", serde_json::to_string_pretty(&snug_web::api::openapi())?);
    Ok(())
}
