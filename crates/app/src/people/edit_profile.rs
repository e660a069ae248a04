use super::insert::{list_alike, search_words, taken};
use crate::error::all_valid;
use crate::{Actor, App, Error, limits};
use snug_domain::allowance::CHANGES;
use snug_domain::people::{Handle, Person, PersonName, RENAMES, about, is_reserved, looks_of_person, may_be_called};
use snug_domain::{Field, Invalid, Problem};
use snug_store::{Tx, Unique, directory, looks, people, released_handles};

impl App {
    /// Changes what the actor is called, their handle and the line about them.
    pub async fn edit_profile(
        &self,
        actor: &Actor,
        name: &str,
        handle: &str,
        about_text: &str,
    ) -> Result<Person, Error> {
        self.count(actor, CHANGES)?;
        let (name, handle, line) = (PersonName::parse(name), Handle::parse(handle), about(about_text));
        all_valid([name.clone().map(drop), handle.clone().map(drop), line.clone().map(drop)])?;
        let (name, handle, line) = (name?, handle?, line?);
        let (actor, limits) = (actor.clone(), self.settings.limits);
        let written = self
            .write(move |tx, _| {
                let (community, person) = (actor.community_id(), actor.person);
                let before = people::find(tx, community, person)?.ok_or(Error::NotFound)?;
                let has_new_name = before.name != name.as_str();
                let has_new_handle = before.handle != handle;
                if has_new_name || has_new_handle {
                    may_have(&actor, has_new_name.then_some(&name), has_new_handle.then_some(&handle))?;
                    limits::admit(tx, limits, community, RENAMES, &person.to_string(), actor.now)?;
                }
                people::set_profile(tx, community, person, name.as_str(), &handle, &line)?;
                if has_new_handle {
                    change_handle(tx, &actor, &before.handle, &handle)?;
                }
                if has_new_name || has_new_handle {
                    looks::set(tx, community, person, &looks_of_person(name.as_str(), &handle))?;
                }
                directory::set_words(tx, community, person, &handle, &search_words(name.as_str(), &handle))?;
                people::find(tx, community, person)?.ok_or(Error::NotFound)
            })
            .await;
        match written {
            Err(Error::Internal(fault)) if taken(&fault) == Some(Unique::Handle) => {
                Err(Invalid::new(Field::Handle, Problem::Taken).into())
            }
            other => other,
        }
    }
}

/// Whether somebody may give themself this name or handle, as far as they are new. What an operator
/// gave them stays theirs.
fn may_have(actor: &Actor, name: Option<&PersonName>, handle: Option<&Handle>) -> Result<(), Error> {
    let is_kept = handle.is_some_and(|handle| is_reserved(handle, &actor.community));
    all_valid([
        name.map_or(Ok(()), |name| may_be_called(name, &actor.community)),
        if is_kept { Err(Invalid::new(Field::Handle, Problem::Reserved)) } else { Ok(()) },
    ])
}

/// Keeps the old handle for its owner. The new one is theirs already, so whoever gave it up at the
/// same time has done so by now.
fn change_handle(tx: &mut Tx<'_>, actor: &Actor, old: &Handle, new: &Handle) -> Result<(), Error> {
    let community = actor.community_id();
    if list_alike(tx, community, new, actor.now)?.iter().any(|owner| *owner != actor.person) {
        return Err(Invalid::new(Field::Handle, Problem::Taken).into());
    }
    released_handles::delete(tx, community, new)?;
    Ok(released_handles::insert(tx, community, old, actor.person, actor.now)?)
}
