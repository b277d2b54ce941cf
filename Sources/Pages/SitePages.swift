import Records
import Territories

/// The pages of the site, each as a piece of work of its own, so that they can be made side by side.
///
/// The order is fixed; each piece depends on the material alone.
package func sitePages(_ material: SiteMaterial) -> [@Sendable () -> PageOutput] {
    let fixed: [@Sendable () -> PageOutput] = [
        { material.indexPage() }, { material.teamsPage() }, { material.repsPage() }, { material.customersPage() },
        { material.pipelinePage() }, { material.healthPage() },
        { material.accuracyPage() }, { material.territoriesPage() },
        { material.segmentsPage() }, { material.leadsPage() }, { material.campaignsPage() }, { material.servicePage() },
        { material.processPage() }, { material.dataPage() }, { material.archivePage() },
    ]
    let teams = material.book.teams.map { team in { @Sendable in material.teamPage(team) } }
    let reps = material.book.reps.map { rep in { @Sendable in material.repPage(rep) } }
    let customers = material.book.customers.map { customer in { @Sendable in material.customerPage(customer) } }
    let options = material.territories.options.map { option in
        { @Sendable in material.territoryOptionPage(option) }
    }
    return fixed + options + teams + reps + customers
}
