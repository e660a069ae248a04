use super::insert::{search_words, taken};
use crate::error::all_valid;
use crate::{Actor, App, Error, limits};
use snug_domain::allowance::CHANGES;
use snug_domain::people::{
    Handle, Person, PersonName, RELEASED_FOR, RENAMES, about, is_reserved, looks as name_looks, speaks_for,
};
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
                    may_be_called(&actor, has_new_name.then_some(&name), has_new_handle.then_some(&handle))?;
                    limits::admit(tx, limits, community, RENAMES, &person.to_string(), actor.now)?;
                }
                people::set_profile(tx, community, person, name.as_str(), &handle, &line)?;
                if has_new_handle {
                    change_handle(tx, &actor, &before.handle, &handle)?;
                }
                if has_new_name {
                    looks::set(tx, community, person, &name_looks(name.as_str()))?;
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
fn may_be_called(actor: &Actor, name: Option<&PersonName>, handle: Option<&Handle>) -> Result<(), Error> {
    let reserved = |field, is_reserved: bool| {
        if is_reserved { Err(Invalid::new(field, Problem::Reserved)) } else { Ok(()) }
    };
    all_valid([
        reserved(Field::Name, name.is_some_and(|name| speaks_for(name.as_str(), &actor.community))),
        reserved(Field::Handle, handle.is_some_and(|handle| is_reserved(handle, &actor.community))),
    ])
}

/// Keeps the old handle for its owner. The new one is theirs already, so whoever gave it up at the
/// same time has done so by now.
fn change_handle(tx: &mut Tx<'_>, actor: &Actor, old: &Handle, new: &Handle) -> Result<(), Error> {
    let community = actor.community_id();
    let owner = released_handles::find_owner(tx, community, new, actor.now - RELEASED_FOR)?;
    if owner.is_some_and(|owner| owner != actor.person) {
        return Err(Invalid::new(Field::Handle, Problem::Taken).into());
    }
    released_handles::delete(tx, community, new)?;
    Ok(released_handles::insert(tx, community, old, actor.person, actor.now)?)
}
