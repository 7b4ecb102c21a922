using Regsosek.Api.Rules;
namespace Regsosek.Tests.Rules;
public sealed class Zz(ITestOutputHelper o){
 [Fact] public void Show(){
  var fams = RandomRules.Population(60, seed: 20261124); using var store=new Store(fams); var on=new DateOnly(2028,2,29);
  foreach (var j in new[]{
   """{"not":{"fact":"jobStatus","op":"!=","value":2}}""",
   """{"atLeast":3,"of":[{"fact":"worked","in":[1,1]},{"fact":"hasWaterHeater","notIn":[1]}]}""",
   """{"any":[{"not":{"fact":"jobStatus","op":"!=","value":2}},{"atLeast":3,"of":[{"fact":"worked","in":[1,1]},{"fact":"hasWaterHeater","notIn":[1]}]}]}""",
   """{"exists":{"fact":"receivedSembakoMonth","in":[1,5,60]}}""",
   """{"not":{"count":{"fact":"floorAreaPerHead","op":"!=","value":8},"op":"=","value":2}}""",
   """{"count":{"fact":"presence","in":[1]},"op":"=","value":2}""",
   """{"all":[{"not":{"count":{"fact":"floorAreaPerHead","op":"!=","value":8},"op":"=","value":2}},{"exists":{"fact":"receivedSembakoMonth","in":[1,5,60]}}]}""",
   """{"all":[{"count":{"fact":"presence","in":[1]},"op":"=","value":2},{"exists":{"fact":"receivedSembakoMonth","in":[1,5,60]}}]}""",
   """{"all":[{"not":{"count":{"fact":"floorAreaPerHead","op":"!=","value":8},"op":"=","value":2}},{"count":{"fact":"presence","in":[1]},"op":"=","value":2},{"any":[{"fact":"jobStatus","op":"=","value":2},{"exists":{"fact":"receivedSembakoMonth","in":[1,5,60]}}]}]}"""}) {
   using var r = store.Open(); var rule=Families.Rule(j,Unit.Person); var q=rule.ForPersons(on);
   var exp=fams.SelectMany(f=>f.Members.Select(m=>(m.Key,K:rule.Decide(f,m,on)))).ToLookup(e=>e.K,e=>e.Key);
   string D(Kleene k, System.Linq.Expressions.Expression<Func<Regsosek.Data.Households.Person,bool>> e){ var got=r.Persons.Where(e).Select(p=>p.Key).ToList(); return exp[k].Order().SequenceEqual(got.Order())?"ok":$"DIFF exp {exp[k].Count()} got {got.Count}"; }
   o.WriteLine($"{j}\n T {D(Kleene.True,q.IsTrue)} F {D(Kleene.False,q.IsFalse)} U {D(Kleene.Unknown,q.IsUnknown)}");
  }}}
