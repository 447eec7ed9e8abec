<#-- One row a library; the list of THIRD-PARTY.md is compared with what this makes. -->
<#list dependencyMap as e>
<#assign library = e.getKey()/>
| ${library.groupId}:${library.artifactId} | ${library.version} | ${e.getValue()?join("、")} |
</#list>
