use crate::{App, Error};
use snug_domain::communities::Community;
use snug_domain::people::{Handle, Person};
use snug_store::people;

impl App {
    /// The member with this handle, as an operator names them.
    pub async fn find_member(&self, community: &Community, handle: &Handle) -> Result<Option<Person>, Error> {
        let (community, handle) = (community.id, handle.clone());
        let found = self.read(move |tx| Ok(people::find_by_handle(tx, community, &handle)?)).await?;
        Ok(found.filter(Person::may_sign_in))
    }
}
