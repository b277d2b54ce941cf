package import Config
package import Records

/// Who looks after whom today, measured as the options are: what one of them is compared with.
///
/// Locks and limits of the request change nothing here; what it holds out is in no figure. O(n log n).
package func territoriesToday(
    _ book: SalesBook, request: TerritoryRequest = TerritoryRequest(),
    settings: TerritorySettings = TerritorySettings(), planning: PlanningSettings = PlanningSettings(),
    travel: TravelSettings = TravelSettings()
) -> TerritoryOption {
    let model = WorkloadModel(
        book, settings: settings, planning: planning, travel: travel, holdOuts: request.holdOuts)
    return Proposals(model, request, moveShare: settings.moveShare).asItIs()
}
